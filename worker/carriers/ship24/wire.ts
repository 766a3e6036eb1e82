/**
 * What Ship24 sends: trackings (inside `data`, or alone in a webhook call), trackers without results,
 * what became of a bulk registration, or errors. A tracking of the plan paid by call names no tracker. A proof of delivery is
 * pushed to the same webhook and is not read.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const event = z.object({
  trackingNumber: fact,
  eventTrackingNumber: fact,
  status: text,
  occurrenceDatetime: text,
  location: fact,
  courierCode: fact,
  statusCode: fact,
  statusMilestone: fact,
})
export type Event = z.infer<typeof event>

const range = optional(z.object({ from: fact, to: fact })).catch(null)

const shipment = z.object({
  statusCode: fact,
  statusMilestone: fact,
  trackingNumbers: list(z.object({ tn: fact })).catch([]),
  delivery: optional(
    z.object({
      estimatedDeliveryDate: fact,
      courierEstimatedDeliveryDate: range,
      signedBy: fact,
    }),
  ).catch(null),
})

const tracking = z.object({
  tracker: optional(z.object({ trackingNumber: fact })),
  shipment,
  events: present(event),
  metadata: optional(z.object({ topic: fact })),
})
export type Tracking = z.infer<typeof tracking>

const proof = z
  .object({ metadata: z.object({ topic: z.literal('tracking/pod') }) })
  .transform(() => null)

const trackings = present(z.union([proof, tracking])).transform((all) => ({
  kind: 'trackings' as const,
  isEmpty: all.length === 0,
  all: all.filter((one) => one !== null),
}))

const tracker = z.object({ trackingNumber: required })

const trackers = (all: readonly z.infer<typeof tracker>[]) => ({ kind: 'trackers' as const, all })

const failure = z.object({ code: fact, message: fact })
export type Failure = z.infer<typeof failure>

const item = z.object({
  itemStatus: z.enum(['created', 'existing', 'error']),
  inputData: z.object({ trackingNumber: fact }),
  errors: list(failure),
})
export type Item = z.infer<typeof item>

export const answer = z.union([
  z.object({ data: z.object({ trackings }) }).transform(({ data }) => data.trackings),
  z.object({ trackings }).transform((said) => said.trackings),
  z.object({ data: z.object({ tracker }) }).transform(({ data }) => trackers([data.tracker])),
  z
    .object({ data: z.object({ trackers: z.array(tracker) }) })
    .transform(({ data }) => trackers(data.trackers)),
  z
    .object({ status: required, data: z.array(item).min(1) })
    .transform(({ data }) => ({ kind: 'registered' as const, items: data })),
  z
    .object({ errors: z.array(failure).min(1) })
    .transform(({ errors }) => ({ kind: 'errors' as const, errors })),
  z
    .object({ error: failure })
    .transform(({ error }) => ({ kind: 'errors' as const, errors: [error] })),
])
export type Answer = z.infer<typeof answer>
