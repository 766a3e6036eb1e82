import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from './check.ts'
import { command } from './command.ts'

/** Lets the bundle start in a local runtime; the time is a hint, a failure is a failure. */
export async function checkStartup(): Promise<Finding> {
  const folder = mkdtempSync(path.join(tmpdir(), 'startup-'))
  try {
    const profile = path.join(folder, 'startup.cpuprofile')
    const { code, output } = await command('wrangler', ['check', 'startup', '--outfile', profile])
    const [, active] = /Active: ([\d.]+ ms)/.exec(output) ?? []
    return code === 0 ? { problems: [], note: `${active ?? '?'} active` } : { problems: [output] }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
