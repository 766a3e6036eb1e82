/** Load by wrk: a process of its own, so that the measure does not slow what it measures. */
import { execFile, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { cpuSeconds } from './cpu.ts'

export interface Round {
  readonly perSecond: number
  /** Of the runtime, in milliseconds a request: what else the machine does is not in it */
  readonly processor: number
  /** Milliseconds */
  readonly p99: number
}

const SECONDS = 2
const CONNECTIONS = 16

/** Throws with the remedy where wrk is not installed. */
export function needWrk(): void {
  if (spawnSync('wrk', ['--version']).error) {
    throw new Error('This benchmark needs wrk: apt-get install wrk')
  }
}

/** Asks for the paths one after the other, again and again. */
export const load = (origin: string, paths: readonly string[], folder: string): Promise<Round> =>
  run(origin, turns(paths), folder)

/** Asks for each path once. */
export const loadOnce = (
  origin: string,
  paths: readonly string[],
  folder: string,
): Promise<Round> => run(origin, once(paths), folder)

async function run(origin: string, lua: string, folder: string): Promise<Round> {
  const script = path.join(folder, 'paths.lua')
  writeFileSync(script, lua)
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-s', script, origin]
  const before = cpuSeconds()
  const { stdout: output } = await promisify(execFile)('wrk', args)
  const [, requests] = /(\d+) requests in/.exec(output) ?? []
  const processor = ((cpuSeconds() - before) * 1000) / Number(requests)
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(output)
  if (failed) throw new Error(`${failed[1]} requests failed:\n${output}`)
  // Each connection always waits for one answer; wrk's own rate counts the time after the last too.
  const perSecond = (CONNECTIONS * 1000) / milliseconds(output, /Latency +([\d.]+)(us|ms|s)/)
  return { perSecond, processor, p99: milliseconds(output, /99% +([\d.]+)(us|ms|s)/) }
}

function milliseconds(output: string, pattern: RegExp): number {
  const [, value = 'NaN', unit = 'ms'] = pattern.exec(output) ?? []
  return Number(value) * MILLISECONDS[unit as Unit]
}

const MILLISECONDS = { us: 0.001, ms: 1, s: 1000 } as const
type Unit = keyof typeof MILLISECONDS

const table = (paths: readonly string[]): string =>
  `local paths = { ${paths.map((it) => JSON.stringify(it)).join(', ')} }`

const turns = (paths: readonly string[]): string => `
${table(paths)}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format('GET', paths[at])
end`

// wrk asks for its first request once before it begins, to see whether it is one, and sends it later.
const once = (paths: readonly string[]): string => `
${table(paths)}
local at = -1
request = function()
  at = at + 1
  if at > #paths then wrk.thread:stop() end
  return wrk.format('GET', paths[math.min(math.max(at, 1), #paths)])
end`

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
