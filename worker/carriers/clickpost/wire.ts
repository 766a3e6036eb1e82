/**
 * What ClickPost sends: shipments by their waybills (GET /api/v2/track-order), one event (webhook), what
 * became of a registration, or an error, whose code stands where a good answer has 200. The shopper's
 * name and phone are not in them.
 */
import * as z from 'zod'
import { fact, optional, present, required, text } from '../fields.ts'

const scan = z.object({
  clickpost_status_code: text,
  clickpost_status_description: fact,
  status: fact,
  remark: text,
  location: fact,
  timestamp: text,
})
export type Scanned = z.infer<typeof scan>

const extra = optional(
  z.object({
    courier_partner_edd: fact,
    forward_awb: fact,
    ndr_status_code: fact,
    ndr: optional(z.object({ ndr_bucket_code: fact })).catch(null),
    latest_status: optional(scan).catch(null),
  }),
).catch(null)

const shipment = z.union([
  z.object({ valid: z.literal(false) }).transform(() => null),
  z.object({ scans: present(scan), latest_status: optional(scan), additional: extra }),
])
export type Shipment = Exclude<z.infer<typeof shipment>, null>

const direct = scan
  .extend({ clickpost_status_code: required, waybill: fact, additional: extra })
  .transform(({ waybill, additional, ...event }) => ({ waybill, additional, event }))

/** Some calls have the event one level deeper. */
const deeper = z
  .object({ waybill: required, latest_status: optional(scan).catch(null), additional: extra })
  .transform(({ waybill, latest_status, additional }) => ({
    waybill,
    additional,
    event: latest_status ?? additional?.latest_status ?? null,
  }))

const push = z.union([direct, deeper])
export type Push = z.infer<typeof push>

const failure = z
  .object({ status: fact, status_code: fact, message: fact })
  .transform((said) => ({ code: said.status ?? said.status_code, message: said.message }))
  .refine(({ code }) => code !== null && code !== '200')
export type Failure = z.infer<typeof failure>

export const answer = z.union([
  push.transform((said) => ({ kind: 'push' as const, push: said })),
  z.object({ meta: failure }).transform(({ meta }) => ({ kind: 'error' as const, error: meta })),
  z
    .object({ result: z.object({ tracking_id: z.union([z.number(), z.string()]) }) })
    .transform(() => ({ kind: 'registered' as const })),
  z
    .object({ meta: z.unknown(), result: optional(z.record(z.string(), shipment)) })
    .refine(({ meta }) => meta !== undefined)
    .transform(({ result }) => ({ kind: 'shipments' as const, shipments: result ?? {} })),
  failure.transform((error) => ({ kind: 'error' as const, error })),
])
export type Answer = z.infer<typeof answer>
