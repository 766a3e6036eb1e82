import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from './check.ts'
import { command } from './command.ts'

const BUDGET_KIB = 600
/** The platform refuses a Worker that takes a second to start; machines differ, so half of it. */
const BUDGET_MS = 500
const UNITS: Record<string, number> = { KiB: 1, MiB: 1024 }

/** A deployment's dry run, offline: the bundle is built, weighed and started as it would be sent. */
export async function checkDeployment(): Promise<Finding> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deployment-'))
  const bundle = path.join(folder, 'worker.bundle')
  const profile = path.join(folder, 'startup.cpuprofile')
  try {
    const built = await command('wrangler', ['deploy', '--dry-run', '--outfile', bundle])
    if (built.code !== 0) return { problems: [built.output] }
    const startUp = ['check', 'startup', '--worker', bundle, '--outfile', profile]
    const started = await command('wrangler', startUp)
    if (started.code !== 0) return { problems: [started.output] }
    return both(weigh(built.output), time(started.output))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads the compressed size out of what wrangler says. */
export function weigh(output: string): Finding {
  const [, amount = '', unit = ''] = /gzip: ([\d.]+) (\w+)/.exec(output) ?? []
  const kib = Number(amount) * (UNITS[unit] ?? Number.NaN)
  const note = `${kib} KiB compressed, budget ${BUDGET_KIB}`
  if (Number.isNaN(kib) || kib === 0) return { problems: [`No size in: ${output}`] }
  return { problems: kib > BUDGET_KIB ? [`Too heavy: ${note}`] : [], note }
}

/** Reads the time at work during start-up out of what wrangler says. */
export function time(output: string): Finding {
  const [, amount] = /Active: ([\d.]+) ms/.exec(output) ?? []
  if (amount === undefined) return { problems: [`No time in: ${output}`] }
  const note = `${amount} ms to start, budget ${BUDGET_MS}`
  return { problems: Number(amount) > BUDGET_MS ? [`Too slow: ${note}`] : [], note }
}

const both = (a: Finding, b: Finding): Finding => ({
  problems: [...a.problems, ...b.problems],
  note: `${a.note}; ${b.note}`,
})
