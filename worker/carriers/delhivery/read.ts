/** A body as it came to a reading. */
import type { RawAnswer, Reading } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

/** Throws CarrierError `bad_answer` for what is not JSON or not of Delhivery's structure. */
export function read({ body }: RawAnswer): Reading {
  const parsed = answer.safeParse(parseJson(body))
  if (!parsed.success) {
    throw new CarrierError('bad_answer', 'The answer has not the structure Delhivery sends', {
      cause: parsed.error,
    })
  }
  return readAnswer(parsed.data)
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new CarrierError('bad_answer', 'The answer is not JSON')
  }
}
