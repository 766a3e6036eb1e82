/** A body as it came to a reading. */
import { xmlReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = xmlReader('Naqel', {}, answer, readAnswer)
