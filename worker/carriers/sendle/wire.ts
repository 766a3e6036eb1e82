/** What Sendle's tracking API sends: one parcel without its number, or an error with its name. */
import * as z from 'zod'
import { fact, present, required, text } from '../fields.ts'

const event = z.object({
  event_type: text,
  scan_time: text,
  display_time: fact,
  description: text,
  reason: fact,
  location: fact,
  origin_location: fact,
})
export type Event = z.infer<typeof event>

const NO_SCHEDULE = { estimated_delivery_date_minimum: null, estimated_delivery_date_maximum: null }

const parcel = z.object({
  tracking_events: present(event),
  scheduling: z
    .object({ estimated_delivery_date_minimum: fact, estimated_delivery_date_maximum: fact })
    .catch(NO_SCHEDULE),
})
export type Parcel = z.infer<typeof parcel>

const failure = z.object({ error: required, error_description: fact })

export const answer = z.union([
  parcel.transform((parcel) => ({ kind: 'parcel' as const, parcel })),
  failure.transform((failure) => ({ kind: 'failure' as const, ...failure })),
])
export type Answer = z.infer<typeof answer>
