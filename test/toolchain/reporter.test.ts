import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Tally } from '../support/reporter.ts'
import { lastLine } from '../support/reporter.ts'
import { ROOT } from '../support/verify/command.ts'

const REPORTER = path.join(ROOT, 'test/support/reporter.ts')

/** Says what each file amounts to alone. */
const EACH_FILE = `
import path from 'node:path'
import { tally } from ${JSON.stringify(REPORTER)}
export default class {
  onTestModuleEnd(module) {
    process.send({ [path.basename(module.moduleId, '.test.js')]: tally([module], []) })
  }
}
`
const PASS = "test('passes', () => {})"
const FAIL = "test('fails', () => { throw new Error('no') })"

test('counts passed, failed and skipped tests, and what fails outside of a test', async () => {
  const tallies = await run({
    tests: `${PASS}\n${FAIL}\ntest.skip('skips', () => {})\ntest.todo('later')`,
    suites: `describe('in', () => { ${PASS}\n${PASS} })`,
    load: "throw new Error('does not load')",
    hook: `describe('in', () => { beforeAll(() => { throw new Error('hook') }); ${PASS} })`,
    loose: "test('leaves a promise', () => { Promise.reject(new Error('loose')) })",
  })
  expect(tallies).toEqual({
    tests: { passed: 1, failed: 1, skipped: 2 },
    suites: { passed: 2, failed: 0, skipped: 0 },
    load: { passed: 0, failed: 1, skipped: 0 },
    hook: { passed: 0, failed: 1, skipped: 1 },
    loose: { passed: 1, failed: 0, skipped: 0 },
    all: { passed: 4, failed: 4, skipped: 3 },
  })
})

test('writes the last line', () => {
  expect(lastLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
  expect(lastLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
})

/** The tallies of one real run: of each file alone, and of all with what nobody caught. */
async function run(files: Record<string, string>): Promise<Record<string, Tally>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reporter-'))
  try {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
    for (const [name, text] of Object.entries(files)) {
      const imports = "import { beforeAll, describe, test } from 'vitest'"
      writeFileSync(path.join(folder, `${name}.test.js`), `${imports}\n${text}\n`)
    }
    writeFileSync(path.join(folder, 'each.js'), EACH_FILE)
    return await tallies(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function tallies(folder: string): Promise<Record<string, Tally>> {
  const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const reporters = [REPORTER, './each.js'].map((reporter) => `--reporter=${reporter}`)
  return new Promise((resolve, reject) => {
    const said: Record<string, Tally> = {}
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--root', folder, '--pool=threads', ...reporters],
      { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    )
    child.on('message', (message: Tally | Record<string, Tally>) => {
      Object.assign(said, isTally(message) ? { all: message } : message)
    })
    child.once('close', () => resolve(said))
    child.once('error', reject)
  })
}

const isTally = (message: Tally | Record<string, Tally>): message is Tally =>
  typeof message.passed === 'number'
