/**
 * What 17TRACK's API v2 sends (gettrackinfo, register, webhooks): parcels it took and parcels it
 * refused, each refused one with its reason, or errors about the request. Times come three times: with
 * an offset, in UTC, and as the carrier wrote them. What a parcel's record holds stands in
 * `track_info`; some calls have it one level higher.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const address = optional(
  z.object({ country: fact, state: fact, city: fact, postal_code: fact }),
).catch(null)

const event = z.object({
  time_iso: fact,
  time_utc: fact,
  time_raw: optional(z.object({ date: fact, time: fact })).catch(null),
  description: text,
  location: fact,
  stage: fact,
  sub_status: fact,
  address,
})
export type Event = z.infer<typeof event>

const provider = z.object({ events: present(event) })

const info = z.object({
  latest_status: optional(z.object({ status: fact, sub_status: fact, sub_status_descr: fact })),
  latest_event: optional(event),
  time_metrics: optional(
    z.object({ estimated_delivery_date: optional(z.object({ from: fact, to: fact })) }),
  ).catch(null),
  misc_info: optional(z.object({ local_number: fact, local_key: fact })).catch(null),
  tracking: optional(z.object({ providers: list(provider) })),
})
export type Info = z.infer<typeof info>

/** A record says at least where its parcel is. */
const known = info.refine(
  ({ latest_status, tracking }) => latest_status !== null || tracking !== null,
)

const record = z
  .looseObject({ number: required, track_info: z.looseObject({}).optional() })
  .transform(({ number, track_info, ...beside }) => ({
    number,
    info: { ...beside, ...track_info },
  }))
  .pipe(z.object({ number: z.string(), info: known }))

/** A number of which nothing is known yet: its record is empty, or it has just been registered. */
const bare = z
  .looseObject({ number: required })
  .refine((said) => 'origin' in said || 'track_info' in said)
  .pipe(z.object({ number: z.string(), track_info: optional(z.never()) }))
  .transform(({ number }) => ({ number, info: null }))

const found = z.union([record, bare])
export type Found = z.infer<typeof found>

const failure = z.object({ code: fact, message: fact })
export type Failure = z.infer<typeof failure>

const refused = z.object({ number: fact, error: failure })
export type Refused = z.infer<typeof refused>

const parcels = (accepted: readonly Found[], rejected: readonly Refused[] = []) => ({
  kind: 'parcels' as const,
  accepted,
  rejected,
})

export const answer = z.union([
  z
    .object({ event: z.literal('TRACKING_STOPPED'), data: z.object({ number: required }) })
    .transform(({ data }) => parcels([{ number: data.number, info: null }])),
  z.object({ event: required, data: found }).transform(({ data }) => parcels([data])),
  z
    .object({ data: z.object({ accepted: present(found), rejected: list(refused) }) })
    .transform(({ data }) => parcels(data.accepted, data.rejected)),
  z
    .object({ code: fact, data: z.object({ errors: z.array(failure).min(1) }) })
    .transform(({ data }) => ({ kind: 'errors' as const, errors: data.errors })),
  z
    .object({ code: required.refine((code) => code !== '0'), message: fact })
    .transform((error) => ({ kind: 'errors' as const, errors: [error] })),
])
export type Answer = z.infer<typeof answer>
