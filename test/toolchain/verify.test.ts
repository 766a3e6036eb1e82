import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runChecks } from '../support/verify/check.ts'
import { weigh } from '../support/verify/deployment.ts'
import { startUp, timed } from '../support/verify/start-up.ts'

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

test('a start-up is held to its budget', () => {
  expect(timed(500)).toEqual({ problems: [], note: '500 ms to start, budget 500' })
  expect(timed(501).problems).toEqual(['Too slow: 501 ms to start, budget 500'])
})

test('a bundle that throws while it starts is told', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'start-up-'))
  try {
    const bundle = path.join(folder, 'worker.bundle')
    writeFileSync(bundle, await uploadOf("throw new Error('cannot')"))
    const { problems } = await startUp(bundle)
    expect(problems).toEqual([expect.stringMatching(/^Does not start: Error: cannot/)])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** A bundle as wrangler writes it. */
async function uploadOf(source: string): Promise<Uint8Array> {
  const form = new FormData()
  form.set('metadata', JSON.stringify({ main_module: 'w.js', compatibility_date: '2026-11-02' }))
  form.set('w.js', new Blob([source], { type: 'application/javascript+module' }), 'w.js')
  return new Uint8Array(await new Response(form).arrayBuffer())
}
