import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FakeId } from './fakes.ts'
import { FAKES } from './fakes.ts'

/** A recorded answer, as the carrier gave it. */
export interface RecordedAnswer {
  kind: string
  content_type: string
  response: string
}

/** By file name without `.json`. */
export type Recorded = Readonly<Record<string, RecordedAnswer>>

declare module 'vitest' {
  interface ProvidedContext {
    /** Recorded answers of the carriers that have a fake; null where the recordings are missing. */
    payloads: Record<FakeId, Recorded> | null
  }
}

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/carriers/payloads')

/** Reads the recorded answers in Node, for tests that run where there is no file system. */
export function readPayloads(): Record<FakeId, Recorded> | null {
  if (!existsSync(FOLDER)) return null
  const recorded = Object.keys(FAKES).map((id) => [id, recordedIn(path.join(FOLDER, id))])
  return Object.fromEntries(recorded) as Record<FakeId, Recorded>
}

function recordedIn(folder: string): Recorded {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    names.map((name) => [path.basename(name, '.json'), read(path.join(folder, name))]),
  )
}

function read(file: string): RecordedAnswer {
  const { kind, content_type, response }: RecordedAnswer = JSON.parse(readFileSync(file, 'utf8'))
  return { kind, content_type, response }
}
