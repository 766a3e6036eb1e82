import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from './check.ts'
import { command } from './command.ts'
import { startUp } from './start-up.ts'

const BUDGET_KIB = 600
const UNITS: Record<string, number> = { KiB: 1, MiB: 1024 }

/** A deployment's dry run, offline: the bundle is built, weighed and started as it would be sent. */
export async function checkDeployment(): Promise<Finding> {
  const folder = mkdtempSync(path.join(tmpdir(), 'deployment-'))
  const bundle = path.join(folder, 'worker.bundle')
  try {
    const built = await command('wrangler', ['deploy', '--dry-run', '--outfile', bundle])
    if (built.code !== 0) return { problems: [built.output] }
    return both(weigh(built.output), await startUp(bundle))
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

const both = (a: Finding, b: Finding): Finding => ({
  problems: [...a.problems, ...b.problems],
  note: [a.note, b.note].filter(Boolean).join('; '),
})
