/**
 * What AfterShip sends: a tracking, a list of them, the last checkpoint of one, each inside `data`; a
 * tracking inside `msg` (webhook); or what is wrong, in `meta`. Version 4 wraps a tracking once more
 * and calls some fields otherwise (`zip`, `country_iso3`). Answers about a tracking that was deleted or
 * revived name it and say no more.
 */
import * as z from 'zod'
import { fact, optional, present, required, text } from '../fields.ts'

const checkpoint = z.object({
  checkpoint_time: text,
  message: text,
  tag: fact,
  subtag: fact,
  location: fact,
  city: fact,
  state: fact,
  postal_code: fact,
  zip: fact,
  country_region: fact,
  country_iso3: fact,
})
export type Checkpoint = z.infer<typeof checkpoint>

const estimate = optional(
  z.object({
    estimated_delivery_date: fact,
    estimated_delivery_date_min: fact,
    estimated_delivery_date_max: fact,
    datetime: fact,
    datetime_min: fact,
    datetime_max: fact,
  }),
).catch(null)

const mile = optional(z.object({ tracking_number: fact, slug: fact })).catch(null)

const tracking = z.object({
  tracking_number: required,
  tag: fact,
  subtag: fact,
  subtag_message: fact,
  checkpoints: present(checkpoint),
  expected_delivery: fact,
  courier_estimated_delivery_date: estimate,
  latest_estimated_delivery: estimate,
  aftership_estimated_delivery_date: estimate,
  delivery_type: fact,
  pickup_location: fact,
  signed_by: fact,
  first_mile: mile,
  last_mile: mile,
})
export type Tracking = z.infer<typeof tracking>

const named = z
  .looseObject({ tracking_number: required })
  .refine((said) => !('tag' in said) && !('checkpoints' in said))
  .transform(({ tracking_number }) => ({ kind: 'named' as const, tracking_number }))

const last = z
  .looseObject({ tracking_number: required })
  .refine((said) => 'checkpoint' in said)
  .pipe(z.object({ tracking_number: z.string(), checkpoint: optional(checkpoint) }))
  .transform((said) => ({ kind: 'last' as const, ...said }))

const one = z.union([
  tracking.transform((said) => ({ kind: 'tracking' as const, ...said })),
  last,
  named,
])
export type One = z.infer<typeof one>

const meta = z.object({ code: required, message: fact, type: fact })
export type Meta = z.infer<typeof meta>

const said = (all: readonly One[]) => ({ kind: 'said' as const, all })

export const answer = z.union([
  // A refusal may name a tracking, like the one that exists already.
  z
    .object({ meta: meta.refine(({ code }) => !/^2\d\d$/.test(code)) })
    .transform((refusal) => ({ kind: 'error' as const, ...refusal })),
  z.object({ data: z.object({ trackings: present(one) }) }).transform(({ data }) => {
    return said(data.trackings)
  }),
  z.object({ data: z.object({ tracking: one }) }).transform(({ data }) => said([data.tracking])),
  z.object({ event: required, msg: one }).transform(({ msg }) => said([msg])),
  z.object({ data: one }).transform(({ data }) => said([data])),
])
export type Answer = z.infer<typeof answer>
