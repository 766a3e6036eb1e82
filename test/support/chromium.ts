import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { ROOT, toolEnv } from './verify/command.ts'

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const INSTALL_MS = 600_000

const REMEDY = `No Chromium was found and none could be installed, so the browser tests cannot run.
Install one (on Debian: apt-get install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test.
Without them: npm test -- --project unit --project workerd`

/** A way to get a Chromium, in words and commands; each is tried once the one before has failed. */
interface Source {
  say: string
  possible: () => boolean
  commands: readonly (readonly [string, ...string[]])[]
}

const PLAYWRIGHT: Source = {
  say: 'No Chromium here: downloading the one Playwright knows',
  possible: () => true,
  commands: [[process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium']],
}

// Brings the libraries a bare machine lacks, so where it is possible it comes first.
const DEBIAN: Source = {
  say: 'No Chromium here: installing Debian’s (apt-get install chromium)',
  possible: () => process.getuid?.() === 0 && runs('apt-get', ['--version']),
  commands: [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ],
}

/** Finds a Chromium that starts, or gets one; throws with the remedy where neither is possible. */
export function ensureChromium(): string {
  const present = findChromium()
  if (present) return present
  const named = process.env.CHROMIUM_PATH
  if (named) throw new Error(`CHROMIUM_PATH does not start: ${named}`)
  for (const source of [DEBIAN, PLAYWRIGHT]) {
    if (!source.possible()) continue
    console.log(source.say)
    for (const [program, ...args] of source.commands) install(program, args)
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(REMEDY)
}

/** The first Chromium that starts: the named one, the system's, Playwright's. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  // A named one is never passed over for another.
  if (env.CHROMIUM_PATH) return starts(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined
  const folders = (env.PATH ?? '').split(path.delimiter)
  const system = SYSTEM.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...system, chromium.executablePath()].find((file) => existsSync(file) && starts(file))
}

function starts(program: string): boolean {
  return runs(program, ['--version'])
}

function runs(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function install(program: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    env: toolEnv({ DEBIAN_FRONTEND: 'noninteractive' }),
    timeout: INSTALL_MS,
    encoding: 'utf8',
  })
  if (status !== 0)
    console.error([stdout, stderr].join('\n').trim().split('\n').slice(-5).join('\n'))
}
