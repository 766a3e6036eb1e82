/** A body as it came to a reading: JSON, or the XML of the former status report. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const readJson = jsonReader('CDEK', answer, readAnswer)
const readXml = xmlReader('CDEK', { attributes: true }, legacy, readAnswer)

export const read = jsonOrXml(readJson, readXml)
