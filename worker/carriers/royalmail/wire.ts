/**
 * What Tracking v2 sends: a mail piece with its events, newest first; a list of them with the last
 * event alone where a summary was asked for; or errors. The image of a signature is not asked for.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, some, text } from '../fields.ts'

const event = z.object({
  eventCode: text,
  eventName: text,
  eventDateTime: text,
  locationName: text,
})
export type Event = z.infer<typeof event>

const summary = z
  .object({
    lastEventCode: text,
    lastEventName: text,
    lastEventDateTime: text,
    lastEventLocationName: text,
  })
  .transform(
    (last): Event => ({
      eventCode: last.lastEventCode,
      eventName: last.lastEventName,
      eventDateTime: last.lastEventDateTime,
      locationName: last.lastEventLocationName,
    }),
  )

const error = z.object({ errorCode: fact, errorDescription: fact, errorCause: fact })
export type Refusal = z.infer<typeof error>

const estimate = z.object({
  date: fact,
  startOfEstimatedWindow: fact,
  endOfEstimatedWindow: fact,
})
export type Estimate = z.infer<typeof estimate>

const piece = z
  .object({
    mailPieceId: required,
    /** Absent where only the last event is told */
    events: present(event).optional(),
    summary: optional(summary),
    signature: optional(z.object({ recipientName: fact })).catch(null),
    estimatedDelivery: optional(estimate).catch(null),
    error: optional(error),
  })
  .refine(({ events, summary, error }) => events || summary || error, 'says nothing of the piece')
export type Piece = z.infer<typeof piece>

const refused = z
  .object({
    httpCode: fact,
    httpMessage: fact,
    moreInformation: fact,
    errors: list(error),
  })
  .refine(({ httpCode, errors }) => httpCode !== null || errors.length > 0, 'is no refusal')
export type Refused = z.infer<typeof refused>

export const answer = z.union([
  z
    .object({ mailPieces: some(piece) })
    .transform(({ mailPieces }) => ({ kind: 'pieces' as const, pieces: mailPieces })),
  refused.transform((refusal) => ({ kind: 'refused' as const, refusal })),
])
export type Answer = z.infer<typeof answer>
