/** The real Worker as a process of this machine: `wrangler dev` with its state in a folder. For Node. */
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import path from 'node:path'
import { OFFLINE } from './offline.ts'
import { TEST_SECRETS } from './secrets.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const WRANGLER = path.join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
const MAX_CHUNKS = 200

export interface WorkerOptions {
  readonly port: number
  /** Folder of databases, objects and KV; a Worker started on it again goes on from there */
  readonly state: string
  readonly wheelUnit: number
  /** Passes on what the runtime says */
  readonly listen?: (chunk: Buffer) => void
}

export interface WorkerProcess {
  readonly origin: string
  readonly child: ChildProcess
  /** The last that the runtime said. */
  readonly said: () => string
  /** Ends wrangler and the runtime at once, as a power cut would. Resolves when they are gone. */
  readonly kill: () => Promise<void>
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...OFFLINE,
  CI: 'true',
  NO_COLOR: '1',
})

export const originOf = (port: number): string => `http://localhost:${port}`

/** Makes the tables where there are none. */
export function migrate(state: string): void {
  execFileSync(
    process.execPath,
    [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state],
    { cwd: ROOT, env: environment(), stdio: 'pipe' },
  )
}

/** Starts the Worker in a process group of its own; it answers some seconds later. */
export function startWorker({ port, state, wheelUnit, listen }: WorkerOptions): WorkerProcess {
  const vars = {
    DEFAULT_ORIGIN: originOf(port),
    WHEEL_UNIT_MS: String(wheelUnit),
    CARRIER_ORIGINS: process.env.CARRIER_ORIGINS ?? '{}',
    ...TEST_SECRETS,
  }
  const child = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      ...['--port', String(port), '--ip', '127.0.0.1', '--persist-to', state],
      ...['--inspector-port', '0'],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { cwd: ROOT, env: environment(), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  )
  const said: string[] = []
  const hear = (chunk: Buffer) => {
    said.push(chunk.toString())
    if (said.length > MAX_CHUNKS) said.shift()
    listen?.(chunk)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const endGroup = () => signalGroup(child, 'SIGTERM')
  process.once('exit', endGroup)
  child.once('exit', () => process.removeListener('exit', endGroup))
  return {
    origin: originOf(port),
    child,
    said: () => said.join(''),
    kill: () => kill(child),
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  signalGroup(child, 'SIGKILL')
  await gone
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}
