/** Recorded carrier data beside the project, which is not part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../../shared')

/** In continuous integration the data must be there: skipping would look like passing. */
const REQUIRED = Boolean(process.env.CI)

/** One recorded answer with what others made of it. */
export interface Payload {
  readonly name: string
  readonly kind: string
  readonly content_type: string
  readonly request?: unknown
  readonly response: string
  readonly expected: unknown
  readonly strict?: unknown
}

export const shared = {
  has: existsSync(ROOT),

  json(file: string): unknown {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'))
  },

  payloads(carrier: string): Payload[] {
    const folder = path.join(ROOT, 'carriers/payloads', carrier)
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({
        ...JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
        name: path.basename(file, '.json'),
      }))
  },

  /** Tests that read the data; without it one skipped test says so, in CI a failing one. */
  describe(name: string, tests: () => void): void {
    if (shared.has) describe(name, tests)
    else if (REQUIRED) describe(name, () => it('needs ../shared', () => fail()))
    else
      describe.skipIf(true)(`${name} (../shared is missing)`, () => it('needs ../shared', () => {}))
  },
}

function fail(): never {
  throw new Error(`${ROOT} is missing, and CI is set`)
}
