/**
 * What TrackingMore sends: under `meta` whether it went well, under `data` a list of trackings (v4),
 * a page of them (v2), one (create, webhook), or what became of a batch. An event is written one way
 * in v4 and another one before; a webhook call is as old as its account's setting.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const event = z
  .object({
    checkpoint_date: fact,
    Date: fact,
    tracking_detail: text,
    StatusDescription: text,
    checkpoint_delivery_status: fact,
    checkpoint_status: fact,
    checkpoint_delivery_substatus: fact,
    substatus: fact,
    location: fact,
    Details: fact,
    city: fact,
    state: fact,
    zip: fact,
    country_iso2: fact,
  })
  .transform((said) => ({
    date: said.checkpoint_date ?? said.Date,
    words: said.tracking_detail ?? said.StatusDescription,
    status: said.checkpoint_delivery_status ?? said.checkpoint_status,
    substatus: said.checkpoint_delivery_substatus ?? said.substatus,
    location: said.location ?? said.Details,
    city: said.city,
    state: said.state,
    country: said.country_iso2,
    parts: [said.city, said.state, said.zip, said.country_iso2],
  }))
export type Event = z.infer<typeof event>

const info = optional(
  z
    .object({ courier_code: fact, carrier_code: fact, trackinfo: list(event) })
    .transform((said) => ({
      courier: said.courier_code ?? said.carrier_code,
      events: said.trackinfo,
    })),
)

const common = z.object({
  tracking_number: required,
  substatus: fact,
  latest_event: fact,
  lastEvent: fact,
  latest_checkpoint_time: fact,
  lastUpdateTime: fact,
  scheduled_delivery_date: fact,
  signed_by: fact,
  destination_track_number: fact,
  origin_info: info,
  destination_info: info,
})

const tracking = z.union([
  common
    .extend({ delivery_status: required })
    .transform(({ delivery_status, ...said }) => ({ ...said, status: delivery_status })),
  common.extend({ status: required }),
])
export type Tracking = z.infer<typeof tracking>

const refused = z
  .object({
    tracking_number: fact,
    code: fact,
    errorCode: fact,
    message: fact,
    errorMessage: fact,
  })
  .transform((said) => ({
    number: said.tracking_number,
    code: said.code ?? said.errorCode,
    message: said.message ?? said.errorMessage,
  }))

const failure = z.object({ code: required, type: fact, message: fact })
export type Failure = Pick<z.infer<typeof failure>, 'message'> & { readonly code: string | null }

const GOOD = /^20[0-2]$/

const meta = z.object({ code: required.refine((code) => GOOD.test(code)) })

export const answer = z.union([
  z.object({ meta: failure.refine(({ code }) => !GOOD.test(code)) }).transform((said) => ({
    kind: 'error' as const,
    error: said.meta,
  })),
  z
    .object({ meta, data: z.object({ success: present(z.unknown()), error: list(refused) }) })
    .transform(({ data }) => ({ kind: 'batch' as const, refused: data.error })),
  z
    .object({ meta, data: z.object({ items: present(tracking) }) })
    .transform(({ data }) => ({ kind: 'trackings' as const, all: data.items })),
  z
    .object({ meta, data: present(tracking) })
    .transform(({ data }) => ({ kind: 'trackings' as const, all: data })),
])
export type Answer = z.infer<typeof answer>
