/** What SMSA sends: a shipment, a list of them in its webhook, or a problem. Recipients' names are not read. */
import * as z from 'zod'
import { fact, present, required, some, text } from '../fields.ts'

const scan = z.object({
  ScanType: text,
  ScanDescription: text,
  ScanDateTime: text,
  ScanTimeZone: fact,
  City: fact,
  ReceivedBy: fact,
})
export type ScanSaid = z.infer<typeof scan>

const shipment = z.object({
  AWB: required,
  CODAmount: fact,
  Currency: fact,
  Scans: present(scan),
})
export type Shipment = z.infer<typeof shipment>

const failure = z
  .object({ title: fact, status: fact, detail: fact, message: fact, Message: fact })
  .transform(({ title, detail, message, Message, status }) => ({
    status,
    words: detail ?? message ?? Message ?? title,
  }))
  .refine(({ words }) => words !== null)
export type Failure = z.infer<typeof failure>

export const answer = z.union([
  some(shipment).transform((shipments) => ({ kind: 'shipments' as const, shipments })),
  failure.transform((failure) => ({ kind: 'failure' as const, ...failure })),
])
export type Answer = z.infer<typeof answer>
