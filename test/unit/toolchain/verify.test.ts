import { expect, test } from 'vitest'
import { runChecks } from '../../support/verify/check.ts'
import { time, weigh } from '../../support/verify/deployment.ts'

test('each check has its line, and failures follow in full', async () => {
  const lines: string[] = []
  const passed = await runChecks(
    [
      { name: 'good', run: async () => ({ problems: [], note: 'all of it' }) },
      { name: 'bad', run: async () => ({ problems: ['this', 'that'] }) },
      { name: 'broken', run: () => Promise.reject(new Error('cannot')) },
    ],
    2,
    (line) => lines.push(line),
  )
  expect(passed).toBe(false)
  expect(lines.slice(0, 3).toSorted()).toEqual([
    expect.stringMatching(/^FAIL bad +\d+ ms$/),
    expect.stringMatching(/^FAIL broken +\d+ ms$/),
    expect.stringMatching(/^ok {3}good +\d+ ms {2}all of it$/),
  ])
  expect(lines[3]).toBe('\n── bad\nthis\nthat')
  expect(lines[4]).toMatch(/^\n── broken\nError: cannot/)
})

test.each([
  ['Total Upload: 1.75 KiB / gzip: 0.75 KiB', []],
  ['Total Upload: 4000 KiB / gzip: 600.01 KiB', ['Too heavy: 600.01 KiB compressed, budget 600']],
  ['Total Upload: 9 MiB / gzip: 1 MiB', ['Too heavy: 1024 KiB compressed, budget 600']],
  ['Total Upload: nothing', ['No size in: Total Upload: nothing']],
])('a bundle is weighed by what wrangler says: %s', (output, problems) => {
  expect(weigh(output).problems).toEqual(problems)
})

test.each([
  ['Active: 63.5 ms (including 9.7 ms garbage collection)', []],
  ['Active: 500.1 ms', ['Too slow: 500.1 ms to start, budget 500']],
  ['Idle: 4 ms', ['No time in: Idle: 4 ms']],
])('a start-up is timed by what wrangler says: %s', (output, problems) => {
  expect(time(output).problems).toEqual(problems)
})
