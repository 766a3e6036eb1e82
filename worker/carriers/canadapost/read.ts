/** A body as it came to a reading. */
import { parseXml, XmlError } from '../../lib/xml.ts'
import type { RawAnswer, Reading } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { readAnswer } from './map.ts'
import { answer, LISTS } from './wire.ts'

/** Recorders put answers into one more element; Canada Post itself does not. */
const WRAPPER = 'wrapper'

/** Throws CarrierError `bad_answer` for what is not XML or not of Canada Post's structure. */
export function read({ body }: RawAnswer): Reading {
  const root = parse(body)
  const parsed = answer.safeParse(root[WRAPPER] ?? root)
  if (!parsed.success) {
    throw new CarrierError('bad_answer', 'The answer has not the structure Canada Post documents', {
      cause: parsed.error,
    })
  }
  return readAnswer(parsed.data)
}

function parse(body: string): Record<string, unknown> {
  try {
    return parseXml(body, LISTS)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw new CarrierError('bad_answer', `The answer cannot be read: ${error.message}`)
  }
}
