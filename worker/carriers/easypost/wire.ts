/**
 * What EasyPost sends: a tracker (POST /v2/trackers, GET /v2/trackers/{id}), a page of trackers (GET
 * /v2/trackers, POST /v2/trackers/batch), an event around a tracker (webhook), or an error. Events
 * of other objects come to the same webhook and say nothing of parcels.
 */
import * as z from 'zod'
import { fact, optional, present, text } from '../fields.ts'

const location = optional(z.object({ city: fact, state: fact, country: fact, zip: fact })).catch(
  null,
)

const event = z.object({
  message: text,
  description: fact,
  status: text,
  status_detail: text,
  datetime: text,
  carrier_code: fact,
  tracking_location: location,
})
export type Event = z.infer<typeof event>

export const tracker = z.object({
  id: fact,
  tracking_code: fact,
  status: text,
  status_detail: fact,
  signed_by: fact,
  est_delivery_date: fact,
  tracking_details: present(event),
  carrier_detail: optional(z.object({ est_delivery_date_local: fact })).catch(null),
})
export type Tracker = z.infer<typeof tracker>

const failure = z.object({ code: fact, message: fact })
export type Failure = z.infer<typeof failure>

const OF_TRACKERS = /^tracker\./

export const answer = z.union([
  z
    .object({ trackers: present(tracker) })
    .transform(({ trackers }) => ({ kind: 'trackers' as const, trackers })),
  z
    .object({ description: z.string().regex(OF_TRACKERS), result: tracker })
    .transform(({ result }) => ({ kind: 'trackers' as const, trackers: [result] })),
  tracker.transform((one) => ({ kind: 'trackers' as const, trackers: [one] })),
  z
    .object({ object: z.literal('Event'), description: fact })
    .refine(({ description }) => !OF_TRACKERS.test(description ?? ''))
    .transform(() => ({ kind: 'other' as const })),
  z
    .object({
      error: z.union([failure, z.string().transform((code) => ({ code, message: null }))]),
    })
    .transform(({ error }) => ({ kind: 'error' as const, error })),
])
export type Answer = z.infer<typeof answer>
