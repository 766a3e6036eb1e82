/**
 * What "Suivi v2" sends: one result, or a list of them where several numbers were asked for, each
 * with a return code of its own. The steps (`timeline`) repeat the events in other words and are not
 * read.
 */
import * as z from 'zod'
import { fact, present, required, some, text } from '../fields.ts'

const event = z.object({ code: text, label: text, date: text })
export type Event = z.infer<typeof event>

const removalPoint = z.object({ name: fact, type: fact }).nullable().catch(null)

export const shipment = z.object({
  idShip: required,
  event: present(event),
  deliveryDate: fact,
  estimDate: fact,
  contextData: z.object({ removalPoint: removalPoint.optional() }).catch({}).optional(),
})
export type Shipment = z.infer<typeof shipment>

export const result = z.object({
  returnCode: text,
  returnMessage: fact,
  idShip: fact,
  shipment: shipment.optional(),
})
export type Result = z.infer<typeof result>

/** La Poste's gateway speaks of keys and quotas in a form of its own. */
const refusal = z
  .object({ code: required, message: fact })
  .transform(({ code, message }) => [
    { returnCode: code, returnMessage: message, idShip: null, shipment: undefined },
  ])

export const answer = z.union([
  some(result.refine(({ returnCode, shipment }) => returnCode !== null || shipment)),
  refusal,
])
