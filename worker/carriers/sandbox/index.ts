/**
 * The sandbox: a carrier without a network. Its tracking numbers are stories that play over time
 * (`../README.md` has the grammar); number, beginning and now decide the answer.
 */
import * as z from 'zod'
import type { RawAnswer, Reading } from '../contract.ts'
import { CarrierError, defineCarrier } from '../contract.ts'
import { answerTo, joined } from './map.ts'
import { questions } from './wire.ts'

export const sandbox = defineCarrier({
  id: 'sandbox',
  name: 'Sandbox',
  proven: true,
  mapVersion: 1,
  limits: { batch: 50, connections: 6, perSecond: 1000, perDay: null },
  sample: 'SBX-I-1-1',
  trackingUrl: () => null,
  read,
  credentials: z.strictObject({}),
  track: async (parcels, { now }) =>
    joined(parcels.map(({ number, since }) => answerTo({ number, since, now }))),
})

function read({ body }: RawAnswer): Reading {
  try {
    return joined(questions.parse(JSON.parse(body)).map(answerTo))
  } catch (cause) {
    throw new CarrierError('bad_answer', 'A sandbox body has tracking_number, since and now', {
      cause,
    })
  }
}
