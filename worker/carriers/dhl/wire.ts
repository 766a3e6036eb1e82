/**
 * What the Unified API sends (its specification 1.5): shipments, each with a status and its events, or
 * problem details. Each division sends what it has, so that nearly every field may be missing; a
 * shipment has events or at least a status.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const place = optional(
  z.object({
    address: optional(z.object({ addressLocality: fact, countryCode: fact, postalCode: fact })),
    servicePoint: optional(z.object({ label: fact })).catch(null),
  }),
).catch(null)
export type Place = z.infer<typeof place>

/** Some divisions write links into their words. */
const words = fact.transform((said) => said?.replace(/<[^>]*>/g, '').trim() || null)

const event = z.object({
  timestamp: text,
  statusCode: text.transform((code) => code?.toLowerCase() ?? null),
  status: words,
  description: words,
  location: place,
})
export type Event = z.infer<typeof event>

const frame = optional(z.object({ estimatedFrom: fact, estimatedThrough: fact })).catch(null)

const person = optional(
  z.object({ name: fact, givenName: fact, familyName: fact, organizationName: fact }),
).catch(null)

const details = optional(
  z.object({
    proofOfDelivery: optional(z.object({ timestamp: fact, signed: person })).catch(null),
    references: list(z.object({ number: fact, type: fact })).catch([]),
  }),
).catch(null)

export const shipment = z
  .object({
    id: text,
    service: fact,
    returnFlag: fact,
    status: optional(event),
    events: list(event),
    estimatedTimeOfDelivery: fact,
    estimatedDeliveryTimeFrame: frame,
    destination: place,
    details,
  })
  .refine(({ status, events }) => status !== null || events.length > 0)
export type Shipment = z.infer<typeof shipment>

const shipments = z
  .object({ shipments: present(shipment) })
  .transform((answer) => ({ kind: 'shipments' as const, ...answer }))

/** RFC 9457. */
const problem = z
  .object({ status: required, title: fact, detail: fact })
  .transform((said) => ({ kind: 'problem' as const, ...said }))

export const answer = z.union([shipments, problem])
export type Answer = z.infer<typeof answer>
