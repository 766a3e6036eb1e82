/** A body as it came to a reading: JSON, or the XML of the former Web Tools. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const readJson = jsonReader('USPS', answer, readAnswer)
const readXml = xmlReader('USPS', { attributes: true }, legacy.pipe(answer), readAnswer)

export const read = jsonOrXml(readJson, readXml)
