/** A body as it came to a reading: JSON, or the XML of the former services. */
import type { RawAnswer, Reading } from '../contract.ts'
import { jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const readJson = jsonReader('DHL Express', answer, readAnswer)
const readXml = xmlReader(
  'DHL Express',
  {},
  legacy.transform((json): unknown => json).pipe(answer),
  readAnswer,
)

export const read = (raw: RawAnswer): Reading =>
  raw.body.trimStart().startsWith('<') ? readXml(raw) : readJson(raw)
