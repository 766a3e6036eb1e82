/**
 * What getStatusDocuments sends: documents, each with the one status it has now, or errors, with HTTP
 * status 200 as well. Names and phones are in a document and are not read but for who fetched it.
 */
import * as z from 'zod'
import { fact, list, present, required, text } from '../fields.ts'

/** An amount that is nothing is `0`, or empty. */
const amount = fact.transform((value) =>
  value !== null && /^\d{1,9}([.,]\d{1,2})?$/.test(value) && Number(value.replace(',', '.')) > 0
    ? value.replace(',', '.')
    : null,
)

export const number = z.object({ Number: required }).transform((entry) => entry.Number)

export const document = z.object({
  Number: required,
  StatusCode: required,
  Status: text,
  DateCreated: fact,
  DateScan: fact,
  TrackingUpdateDate: fact,
  ActualDeliveryDate: fact,
  RecipientDateTime: fact,
  RecipientFullName: fact,
  ScheduledDeliveryDate: fact,
  CitySender: fact,
  CityRecipient: fact,
  WarehouseRecipient: fact,
  WarehouseRecipientAddress: fact,
  /** The day from which its place costs money */
  DatePayedKeeping: fact,
  AfterpaymentOnGoodsCost: amount,
  RedeliverySum: amount,
  AmountToPay: amount,
  /** What this document was made on the basis of */
  OwnerDocumentType: fact,
  /** What was last made on the basis of it, and its number */
  LastCreatedOnTheBasisDocumentType: fact,
  LastCreatedOnTheBasisNumber: fact,
})
export type Document = z.infer<typeof document>

/** Errors come as texts, or by the number they are about. */
const words = z.union([
  text,
  z.record(z.string(), fact).transform((named) => Object.values(named).join('; ') || null),
])

const refused = z
  .object({ success: z.literal(false), errors: list(words), errorCodes: list(words) })
  .transform(({ errors, errorCodes }) => ({
    kind: 'refused' as const,
    code: errorCodes.find((code) => code !== null) ?? null,
    words: errors.filter((error) => error !== null).join('; ') || null,
  }))

export const answer = z.union([
  z
    .object({ success: z.literal(true), data: present(z.unknown()) })
    .transform(({ data }) => ({ kind: 'documents' as const, documents: data })),
  refused,
])
export type Answer = z.infer<typeof answer>
