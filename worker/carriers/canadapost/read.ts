/** A body as it came to a reading. */
import * as z from 'zod'
import { xmlReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer, LISTS } from './wire.ts'

/** Recorders put answers into one more element; Canada Post itself does not. */
const unwrapped = z
  .object({ wrapper: z.unknown() })
  .transform(({ wrapper }) => wrapper)
  .or(z.unknown())

export const read = xmlReader('Canada Post', { lists: LISTS }, unwrapped.pipe(answer), readAnswer)
