import { spawn } from 'node:child_process'
import path from 'node:path'
import { OFFLINE } from './offline.ts'
import type { Tally } from './reporter.ts'
import { lastLine, NOTHING_RAN } from './reporter.ts'
import { ROOT } from './verify/command.ts'

const REPORTER = path.join(import.meta.dirname, 'reporter.ts')

/** Runs Vitest with its output passed through; resolves with its exit code and what it counted. */
function vitest(args: readonly string[]): Promise<{ code: number; tally: Tally }> {
  const reporters = args.some((arg) => arg.startsWith('--reporter')) ? [] : ['--reporter=default']
  const program = path.join(ROOT, 'node_modules/vitest/vitest.mjs')
  const config = ['--config', 'test/vitest.config.ts']
  const child = spawn(
    process.execPath,
    [program, 'run', ...config, ...reporters, `--reporter=${REPORTER}`, ...args],
    {
      cwd: ROOT,
      env: { ...process.env, ...OFFLINE },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  )
  return new Promise((resolve) => {
    let tally: Tally = NOTHING_RAN
    child.on('message', (message: Tally) => {
      tally = message
    })
    child.once('close', (code) => resolve({ code: code ?? 1, tally }))
  })
}

const { code, tally } = await vitest(process.argv.slice(2))
// A run can fail even though no test did, and a run of nothing is no success.
const failed = code === 0 && tally.passed > 0 ? tally.failed : Math.max(tally.failed, 1)
console.log(lastLine({ ...tally, failed }))
process.exitCode = failed === 0 ? 0 : 1
