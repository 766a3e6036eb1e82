/**
 * What the MyDHL API sends (its specification 3.1): shipments with their events, or problem details,
 * or the gateway's reasons. Events of single pieces mostly repeat the shipment's.
 */
import * as z from 'zod'
import { fact, list, present, required, some, text } from '../fields.ts'
import { NOT_FOUND, STATUSES } from './codes.ts'

const area = z.object({ description: fact })

const event = z.object({
  date: text,
  time: text,
  GMTOffset: fact,
  typeCode: text,
  description: text,
  serviceArea: list(area).catch([]),
  signedBy: fact,
})
export type Event = z.infer<typeof event>

const shipment = z.object({
  shipmentTrackingNumber: text,
  status: text,
  // Empty is an answer, missing is a change.
  events: present(event),
  pieces: list(z.object({ events: list(event).catch([]) })).catch([]),
  estimatedDeliveryDate: fact,
  estimatedTimeOfDelivery: fact,
})
export type Shipment = z.infer<typeof shipment>

/** A number that was not found has a status and nothing else; so may one that has only been announced. */
const header = z
  .object({
    shipmentTrackingNumber: text,
    status: required.refine((said) => NOT_FOUND.test(said) || STATUSES.has(said.toLowerCase())),
    events: z.undefined().optional(),
    estimatedDeliveryDate: fact,
    estimatedTimeOfDelivery: fact,
  })
  .transform((said) => ({ ...said, events: [], pieces: [] }))

const shipments = z
  .object({ shipments: some(z.union([shipment, header])) })
  .transform((answer) => ({ kind: 'shipments' as const, ...answer }))

/** RFC 9457, with a message of its own. */
const problem = z
  .object({ status: required, title: fact, detail: fact, message: fact })
  .transform((said) => ({ kind: 'problem' as const, ...said }))

/** The gateway's, before the API is asked. */
const refusal = z
  .object({ reasons: some(z.object({ msg: required })) })
  .transform(({ reasons }) => ({ kind: 'refusal' as const, reasons }))

export const answer = z.union([shipments, problem, refusal])
export type Answer = z.infer<typeof answer>
