import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Tally } from '../../support/reporter.ts'
import { lastLine } from '../../support/reporter.ts'
import { ROOT } from '../../support/verify/command.ts'

const PASS = "test('passes', () => {})"
const FAIL = "test('fails', () => { throw new Error('no') })"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reporter-'))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('counts passed, failed and skipped tests', async () => {
  const tally = await run({
    a: `${PASS}\n${FAIL}\ntest.skip('skips', () => {})\ntest.todo('later')`,
    b: `describe('in', () => { ${PASS}\n${PASS} })`,
  })
  expect(tally).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('counts what fails outside of a test', async () => {
  const tally = await run({
    load: "throw new Error('does not load')",
    hook: `describe('in', () => { beforeAll(() => { throw new Error('hook') }); ${PASS} })`,
    loose: "test('leaves a promise', () => { Promise.reject(new Error('loose')) })",
  })
  expect(tally).toEqual({ passed: 1, failed: 3, skipped: 1 })
})

test('writes the last line', () => {
  expect(lastLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
  expect(lastLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
})

function run(files: Record<string, string>): Promise<Tally> {
  for (const [name, text] of Object.entries(files)) {
    const imports = "import { beforeAll, describe, test } from 'vitest'"
    writeFileSync(path.join(folder, `${name}.test.js`), `${imports}\n${text}\n`)
  }
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporter = path.join(ROOT, 'test/support/reporter.ts')
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--root', folder, '--pool=threads', `--reporter=${reporter}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    )
    child.once('message', (message: Tally) => resolve(message))
    child.once('close', () => reject(new Error('The run ended without a tally')))
  })
}
