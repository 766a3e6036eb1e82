/** A body as it came to a reading. */
import { jsonReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonReader('J&T Express', answer, readAnswer)
