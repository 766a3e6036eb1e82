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
  mapVersion: 1,
  limits: { batch: 50, connections: 6, perSecond: 1000, perDay: null },
  // A step may last a second: a story is looked at in every unit of the wheel.
  cadence: {
    pending: 1,
    label_created: 1,
    accepted: 1,
    in_transit: 1,
    out_for_delivery: 1,
    attempt_failed: 1,
    ready_for_pickup: 1,
    returning_to_sender: 1,
  },
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
