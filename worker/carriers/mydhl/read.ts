/** A body as it came to a reading: JSON, or the XML of the former services. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonOrXml(
  jsonReader('DHL Express', answer, readAnswer),
  xmlReader('DHL Express', {}, legacy.transform((json): unknown => json).pipe(answer), readAnswer),
)
