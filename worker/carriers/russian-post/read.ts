/** A body as it came to a reading: the single access, or the batch access, which writes attributes. */
import type { RawAnswer, Reading } from '../contract.ts'
import { xmlReader } from '../reader.ts'
import { batch } from './batch.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const readSingle = xmlReader('Russian Post', {}, answer, readAnswer)
const readBatch = xmlReader('Russian Post', { attributes: true }, batch, readAnswer)

export const read = (raw: RawAnswer): Reading =>
  /ticketResponse[\s>]/i.test(raw.body) ? readBatch(raw) : readSingle(raw)
