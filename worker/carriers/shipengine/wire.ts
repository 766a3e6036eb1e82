/**
 * What ShipEngine sends: tracking information (GET /v1/tracking, GET /v1/labels/{id}/track), the same
 * inside a webhook call of resource type API_TRACK or TRACK_EVENT_V2, or errors. Who signed is kept;
 * companies at a place are not.
 */
import * as z from 'zod'
import { fact, present, required, text } from '../fields.ts'

const event = z.object({
  occurred_at: text,
  carrier_occurred_at: fact,
  description: text,
  city_locality: fact,
  state_province: fact,
  postal_code: fact,
  country_code: fact,
  signer: fact,
  event_code: fact,
  carrier_status_code: fact,
  status_code: fact,
  status_detail_code: fact,
})
export type Event = z.infer<typeof event>

const tracking = z.object({
  tracking_number: required,
  status_code: fact,
  status_detail_code: fact,
  status_description: fact,
  carrier_status_description: fact,
  estimated_delivery_date: fact,
  actual_delivery_date: fact,
  events: present(event),
})
export type Tracking = z.infer<typeof tracking>

const failure = z.object({ error_code: fact, error_type: fact, message: fact })
export type Failure = z.infer<typeof failure>

const OF_TRACKING = /TRACK/

export const answer = z.union([
  tracking.transform((one) => ({ kind: 'tracking' as const, tracking: one })),
  z
    .object({ resource_type: z.string().regex(OF_TRACKING), data: tracking })
    .transform(({ data }) => ({ kind: 'tracking' as const, tracking: data })),
  z
    .object({ resource_type: z.string().refine((type) => !OF_TRACKING.test(type)) })
    .transform(() => ({ kind: 'other' as const })),
  z
    .object({ errors: z.array(failure).min(1) })
    .transform(({ errors }) => ({ kind: 'errors' as const, errors })),
])
export type Answer = z.infer<typeof answer>
