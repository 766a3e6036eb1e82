/** A body as it came, of the Track API, of a Track Alert call or of a former service, to a reading. */
import { jsonOrXml, jsonReader, xmlReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

export const read = jsonOrXml(
  jsonReader('UPS', answer, readAnswer),
  xmlReader('UPS', {}, legacy, readAnswer),
)
