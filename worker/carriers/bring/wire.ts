/**
 * What Bring sends: shipments with their packages, each with its events, newest first; one event alone,
 * pushed by Event Cast; or errors. Sender, recipient and prices are not read.
 */
import * as z from 'zod'
import { fact, optional, present, required, some, text } from '../fields.ts'

const event = z.object({
  status: text,
  description: text,
  dateIso: text,
  city: fact,
  postalCode: fact,
  countryCode: fact,
  recipientSignature: optional(z.object({ name: fact })).catch(null),
})
export type Event = z.infer<typeof event>

const parcel = z.object({
  packageNumber: required,
  eventSet: present(event),
  dateOfEstimatedDelivery: fact,
  estimatedTimeSpanOfDelivery: optional(z.object({ startTime: fact, endTime: fact })).catch(null),
  pickupCode: fact,
  /** The day on which it goes back if nobody fetches it */
  dateOfReturn: fact,
})
export type Package = z.infer<typeof parcel>

/** One error of whatever form: Bring's own, JSON:API's, that of the server in front. */
const error = z
  .object({
    code: fact,
    status: fact,
    title: fact,
    message: fact,
    detail: fact,
    reason: fact,
    error: fact,
  })
  .transform((said) => ({
    code: said.code ?? said.status,
    words: said.message ?? said.detail ?? said.reason ?? said.title ?? said.error,
  }))
  .refine(({ code, words }) => code !== null || words !== null, 'is no error')
export type Failure = z.infer<typeof error>

const shipment = z
  .object({
    consignmentId: fact,
    packageSet: present(parcel).optional(),
    error: optional(error),
  })
  .refine(({ packageSet, error: failed }) => packageSet || failed, 'has no package')
export type Shipment = z.infer<typeof shipment>

const push = z.object({
  status: required,
  package: fact,
  shipment: fact,
  created: text,
})
export type Pushed = z.infer<typeof push>

const failed = (failures: readonly Failure[]) => ({ kind: 'failed' as const, failures })

export const answer = z.union([
  z
    .object({ consignmentSet: present(shipment) })
    .transform(({ consignmentSet }) => ({ kind: 'shipments' as const, shipments: consignmentSet })),
  push
    .refine((said) => said.package !== null || said.shipment !== null, 'names no parcel')
    .transform((pushed) => ({ kind: 'pushed' as const, pushed })),
  z.object({ errors: some(error) }).transform(({ errors }) => failed(errors)),
  z.object({ error }).transform((said) => failed([said.error])),
  error.transform((said) => failed([said])),
])
export type Answer = z.infer<typeof answer>
