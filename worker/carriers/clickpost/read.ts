/** A body as it came to a reading: an answer or a webhook call. */
import { jsonReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonReader('ClickPost', answer, readAnswer)
