/**
 * What Ninja Van sends: the events of a parcel, of several parcels, one event in a webhook (version 1
 * or 2), or an error. Pictures, signatures and phone numbers are in it and are not read.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const hub = optional(z.object({ country: fact, city: fact, hub: fact })).catch(null)

const signer = optional(z.object({ name: fact, relationship: fact })).catch(null)
const delivery = z.object({
  left_in_safe_place: fact,
  proof: optional(z.object({ signed_by: signer })).catch(null),
})
const exception = optional(z.object({ failure_reason: fact, rescheduled_date: fact })).catch(null)

export const event = z.object({
  timestamp: text,
  /** Version 2: the status and what it is more closely */
  event: fact,
  status: text,
  comments: fact,
  is_parcel_on_rts_leg: fact,
  arrived_at_origin_hub_information: hub,
  arrived_at_transit_hub_information: hub,
  arrived_at_destination_hub_information: hub,
  in_transit_to_next_sorting_hub_information: hub,
  delivery_information: optional(delivery).catch(null),
  delivery_exception: exception,
  pickup_exception: exception,
})
export type EventSaid = z.infer<typeof event>

const parcel = z.object({
  tracking_number: required,
  is_full_history_available: fact,
  events: present(event),
})
export type ParcelSaid = z.infer<typeof parcel>

const pushed = event
  .extend({ tracking_id: required })
  .refine(({ event, status }) => event !== null || status !== null)

const failure = z
  .object({
    error: z.object({
      code: fact,
      title: fact,
      message: fact,
      details: list(z.object({ reason: fact, message: fact })).catch([]),
    }),
  })
  .transform(({ error: { code, title, message, details } }) => ({
    code,
    words: [message ?? title, ...details.map((one) => one.message ?? one.reason)]
      .filter((word) => word !== null)
      .join(': '),
  }))
export type Failure = z.infer<typeof failure>

export const answer = z.union([
  z
    .object({ data: present(parcel) })
    .transform(({ data }) => ({ kind: 'parcels' as const, parcels: data })),
  parcel.transform((one) => ({ kind: 'parcels' as const, parcels: [one] })),
  pushed.transform((one) => ({ kind: 'pushed' as const, number: one.tracking_id, event: one })),
  failure.transform((failure) => ({ kind: 'failure' as const, ...failure })),
])
export type Answer = z.infer<typeof answer>
