import { spawn } from 'node:child_process'
import path from 'node:path'
import { OFFLINE } from '../offline.ts'

/** The project's root. */
export const ROOT = path.resolve(import.meta.dirname, '../../..')

export interface Result {
  code: number
  output: string
}

// The tools' scripts start with `env node`: ours must come before the machine's.
const PATH = [path.join(ROOT, 'node_modules/.bin'), process.env.PATH].join(path.delimiter)

// Collected output is text.
const PLAIN = { NO_COLOR: '1', FORCE_COLOR: '0' }

/** The environment of every tool: the pinned Node, and nothing asked of the network. */
export function toolEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...OFFLINE, ...PLAIN, PATH, ...extra }
}

/** Runs a tool of the project and collects what it says. */
export function command(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      cwd: ROOT,
      env: toolEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
