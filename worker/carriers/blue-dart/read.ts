/** A body as it came to a reading. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonOrXml(
  jsonReader('Blue Dart', answer, readAnswer),
  xmlReader('Blue Dart', { attributes: true }, answer, readAnswer),
)
