/** Load by wrk: a process of its own, so that the measure does not slow what it measures. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Round {
  readonly perSecond: number
  /** Milliseconds */
  readonly p99: number
}

const SECONDS = 4
const CONNECTIONS = 16

/** Throws with the remedy where wrk is not installed. */
export function needWrk(): void {
  if (spawnSync('wrk', ['--version']).error) {
    throw new Error('This benchmark needs wrk: apt-get install wrk')
  }
}

/** Asks for the paths one after the other, again and again. */
export function load(origin: string, paths: readonly string[], folder: string): Round {
  const script = path.join(folder, 'paths.lua')
  writeFileSync(script, lua(paths))
  const output = execFileSync(
    'wrk',
    ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-s', script, origin],
    { encoding: 'utf8' },
  )
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(output)
  if (failed) throw new Error(`${failed[1]} requests failed:\n${output}`)
  const [, perSecond = 'NaN'] = /Requests\/sec:\s+([\d.]+)/.exec(output) ?? []
  const [, p99 = 'NaN', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(output) ?? []
  return { perSecond: Number(perSecond), p99: Number(p99) * MILLISECONDS[unit as Unit] }
}

const MILLISECONDS = { us: 0.001, ms: 1, s: 1000 } as const
type Unit = keyof typeof MILLISECONDS

const lua = (paths: readonly string[]): string => `
local paths = { ${paths.map((it) => JSON.stringify(it)).join(', ')} }
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format('GET', paths[at])
end`

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
