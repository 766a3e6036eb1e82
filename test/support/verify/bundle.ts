import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from './check.ts'
import { command } from './command.ts'

const BUDGET_KIB = 600
const UNITS: Record<string, number> = { KiB: 1, MiB: 1024 }

/** Bundles the Worker as a deployment would, and weighs it. */
export async function checkBundle(): Promise<Finding> {
  const out = mkdtempSync(path.join(tmpdir(), 'bundle-'))
  try {
    const { code, output } = await command('wrangler', ['deploy', '--dry-run', '--outdir', out])
    return code === 0 ? weigh(output) : { problems: [output] }
  } finally {
    rmSync(out, { recursive: true })
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
