/** A body as it came to a reading: JSON, or XML of the SOAP form. */
import type { RawAnswer, Reading } from '../contract.ts'
import { jsonReader, xmlReader } from '../reader.ts'
import { readAnswer } from './map.ts'
import { answer, soap } from './wire.ts'

const readJson = jsonReader('Aramex', answer, readAnswer)
const readXml = xmlReader('Aramex', {}, soap, readAnswer)

export const read = (given: RawAnswer): Reading =>
  given.body.trimStart().startsWith('<') ? readXml(given) : readJson(given)
