import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

declare module 'vitest' {
  interface ProvidedContext {
    /** Recorded UPS answers as text, by file name without `.json`; null where they are missing. */
    payloads: Record<string, string> | null
  }
}

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/carriers/payloads/ups')

/** Reads the recorded answers in Node, for tests that run where there is no file system. */
export function readPayloads(folder: string = FOLDER): Record<string, string> | null {
  if (!existsSync(folder)) return null
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    names.map((name) => [
      path.basename(name, '.json'),
      readFileSync(path.join(folder, name), 'utf8'),
    ]),
  )
}
