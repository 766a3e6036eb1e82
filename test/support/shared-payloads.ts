import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A recorded answer, as the carrier gave it. */
export interface RecordedAnswer {
  kind: string
  content_type: string
  response: string
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Recorded UPS answers, by file name without `.json`; null where the recordings are missing. */
    payloads: Record<string, RecordedAnswer> | null
  }
}

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/carriers/payloads/ups')

/** Reads the recorded answers in Node, for tests that run where there is no file system. */
export function readPayloads(folder: string = FOLDER): Record<string, RecordedAnswer> | null {
  if (!existsSync(folder)) return null
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    names.map((name) => [path.basename(name, '.json'), read(path.join(folder, name))]),
  )
}

function read(file: string): RecordedAnswer {
  const { kind, content_type, response }: RecordedAnswer = JSON.parse(readFileSync(file, 'utf8'))
  return { kind, content_type, response }
}
