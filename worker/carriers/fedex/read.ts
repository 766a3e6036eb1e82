/** A body as it came to a reading: JSON, or the XML of the former web services. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const readJson = jsonReader('FedEx', answer, readAnswer)
const readXml = xmlReader(
  'FedEx',
  {},
  legacy.transform((json): unknown => json).pipe(answer),
  readAnswer,
)

export const read = jsonOrXml(readJson, readXml)
