import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureChromium } from './chromium.ts'
import { OFFLINE } from './offline.ts'
import type { Tally } from './reporter.ts'
import { lastLine, NOTHING_RAN } from './reporter.ts'
import { ROOT } from './verify/command.ts'

const REPORTER = path.join(import.meta.dirname, 'reporter.ts')

/** The projects named on the command line; none means all. */
function projects(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === '--project') return args[index + 1] ?? []
    return arg.startsWith('--project=') ? arg.slice('--project='.length) : []
  })
}

function needsBrowser(args: readonly string[]): boolean {
  const named = projects(args)
  return named.length === 0 || named.includes('browser')
}

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

async function main(args: readonly string[]): Promise<Tally> {
  if (needsBrowser(args)) process.env.CHROMIUM_PATH = ensureChromium()
  const { code, tally } = await vitest(args)
  if (code === 0 && tally.passed > 0) return tally
  // The run failed even though no test did.
  return { ...tally, failed: Math.max(tally.failed, 1) }
}

try {
  const tally = await main(process.argv.slice(2))
  console.log(lastLine(tally))
  process.exitCode = tally.failed === 0 ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.log(lastLine(NOTHING_RAN))
  process.exitCode = 1
}
