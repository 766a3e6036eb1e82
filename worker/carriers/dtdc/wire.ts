/**
 * What DTDC's tracking API sends: a status of its own, a header about the consignment, its actions; or
 * error details. Names of customers are in it and are not read.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const action = z.object({
  strCode: text,
  strAction: text,
  strOrigin: fact,
  strDestination: fact,
  strActionDate: text,
  strActionTime: text,
  /** Spelt in two ways, in the documentation and in its sample */
  sTrRemarks: fact,
  strRemarks: fact,
})
export type Action = z.infer<typeof action>

const header = z.object({
  strShipmentNo: required,
  strStatus: text,
  strStatusTransOn: text,
  strStatusTransTime: text,
  strRemarks: fact,
  strBookingType: fact,
  strExpectedDeliveryDate: fact,
})
export type Header = z.infer<typeof header>

const tracked = z.object({
  trackHeader: header,
  // Empty is an answer, missing is a change.
  trackDetails: present(action),
})
export type Tracked = z.infer<typeof tracked>

const named = z.object({ name: fact, value: fact })

const detailNamed = (name: string, details: readonly z.infer<typeof named>[]): string | null =>
  details.find((detail) => detail.name === name)?.value ?? null

const refused = z
  .object({
    statusFlag: z.literal(false).or(z.literal('false')),
    statusCode: fact,
    status: fact,
    message: fact,
    errorDetails: list(named).catch([]),
    trackHeader: optional(z.object({ strShipmentNo: fact, strError: fact })).catch(null),
  })
  .transform(({ statusCode, status, message, errorDetails, trackHeader }) => ({
    statusCode,
    words: detailNamed('strError', errorDetails) ?? trackHeader?.strError ?? message ?? status,
    number: detailNamed('strShipmentNo', errorDetails) ?? trackHeader?.strShipmentNo ?? null,
  }))
export type Refused = z.infer<typeof refused>

export const answer = z.union([
  refused.transform((said) => ({ kind: 'refused' as const, ...said })),
  tracked.transform((said) => ({ kind: 'tracked' as const, ...said })),
])
export type Answer = z.infer<typeof answer>
