/** A body as it came, of the Track API or of a Track Alert call, to a reading. */
import { jsonReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonReader('UPS', answer, readAnswer)
