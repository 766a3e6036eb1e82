/**
 * What the batch access sends: items with their operations, all of it in attributes, times by the clock
 * of the place; or errors. A contract gives it; it is read, and not asked.
 */
import * as z from 'zod'
import { fact, list, optional, required, text } from '../fields.ts'
import type { Answer, Failure, Item, Operation } from './wire.ts'

const operation = z
  .object({
    '@OperTypeID': text,
    '@OperCtgID': text,
    '@OperName': text,
    '@DateOper': text,
    '@IndexOper': fact,
  })
  .transform(
    (given): Operation => ({
      type: given['@OperTypeID'],
      attribute: given['@OperCtgID'],
      name: given['@OperName'],
      time: given['@DateOper'],
      place: null,
      postcode: given['@IndexOper'],
      country: null,
      payment: null,
      duty: null,
    }),
  )

const error = z
  .object({ '@ErrorTypeID': required, '@ErrorName': fact })
  .transform(
    (given): Failure => ({ code: given['@ErrorTypeID'], words: given['@ErrorName'], number: null }),
  )

const item = z.object({
  '@Barcode': required,
  Operation: list(operation),
  Error: optional(error).catch(null),
})

const response = z
  .object({ value: optional(z.object({ Item: list(item) })).catch(null), error: optional(error) })
  .refine(({ value, error: failed }) => value || failed, 'is no answer')
  .transform(({ value, error: failed }): Answer => {
    const items = value?.Item ?? []
    return {
      items: items
        .filter(({ Operation }) => Operation.length > 0)
        .map((one): Item => ({ number: one['@Barcode'], operations: one.Operation })),
      failures: [
        ...(failed ? [failed] : []),
        ...items.flatMap((one) => (one.Error ? [{ ...one.Error, number: one['@Barcode'] }] : [])),
      ],
    }
  })

export const batch = z.union([
  z
    .object({ Envelope: z.object({ Body: z.object({ answerByTicketResponse: response }) }) })
    .transform(({ Envelope }) => Envelope.Body.answerByTicketResponse),
  z
    .object({ Envelope: z.object({ Body: z.object({ ticketResponse: response }) }) })
    .transform(({ Envelope }) => Envelope.Body.ticketResponse),
])
