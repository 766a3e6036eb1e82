/**
 * What the Hermes Shipping Interface sends: one entry a shipment asked for, with its whole history, or
 * with a result that says why not; else a list of result codes, or OAuth's error.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, some, text } from '../fields.ts'

const status = z.object({
  timestamp: text,
  code: text,
  description: text,
  scanningUnit: optional(z.object({ city: fact, countryCode: fact })).catch(null),
})
export type Status = z.infer<typeof status>

const result = z.object({ code: text, message: fact })
export type Result = z.infer<typeof result>

const forecast = optional(
  z.object({ date: fact, timeSlot: optional(z.object({ from: fact, to: fact })).catch(null) }),
).catch(null)

const shipment = z
  .object({
    shipmentID: text,
    status: list(status),
    result: optional(result),
    deliveryForecast: forecast,
  })
  .refine((said) => said.status.length > 0 || said.result !== null)
export type Shipment = z.infer<typeof shipment>

const shipments = z
  .object({ shipmentinfo: present(shipment) })
  .transform(({ shipmentinfo }) => ({ kind: 'shipments' as const, shipments: shipmentinfo }))

const results = z
  .object({ listOfResultCodes: some(result) })
  .transform(({ listOfResultCodes }) => ({ kind: 'results' as const, results: listOfResultCodes }))

const refusal = z
  .object({ error: required, error_description: fact })
  .transform(({ error, error_description }) => ({
    kind: 'results' as const,
    results: [{ code: error, message: error_description }],
  }))

export const answer = z.union([shipments, results, refusal])
export type Answer = z.infer<typeof answer>
