/**
 * What Canada Post sends: Get Tracking Details and Get Tracking Summary (REST, track-v2), and its
 * messages. Everything is text; what is empty says nothing. Strict about where events are, so that a
 * change is noticed. Proofs of delivery and customer references are not read.
 */
import * as z from 'zod'

/** Elements that may be repeated: one of them is a list of one. */
export const LISTS = ['occurrence', 'message', 'pin-summary'] as const

const text = z
  .string()
  .optional()
  // A text may be broken over lines.
  .transform((value) => value?.replace(/\s+/g, ' ').trim() || null)

/** Facts beside the events are dropped where they cannot be read: the events are worth more. */
const fact = text.catch(null)

const pin = z.string().trim().min(1)

const occurrence = z.object({
  'event-identifier': text,
  'event-date': text,
  'event-time': text,
  'event-time-zone': text,
  'event-description': text,
  'signatory-name': fact,
  'event-site': text,
  'event-province': text,
  'event-retail-name': fact,
})
export type Occurrence = z.infer<typeof occurrence>

const empty = z.literal('').transform(() => ({ occurrence: [] }))

const detail = z.object({
  pin,
  'changed-expected-date': fact,
  'expected-delivery-date': fact,
  'suppress-signature': fact,
  // Empty is an answer, missing is a change.
  'significant-events': z.union([empty, z.object({ occurrence: z.array(occurrence) })]),
})
export type Detail = z.infer<typeof detail>

const summary = z.object({
  pin,
  'expected-delivery-date': fact,
  'actual-delivery-date': fact,
  'event-date-time': text,
  'event-description': text,
  'event-type': text,
  'event-location': text,
})
export type Summary = z.infer<typeof summary>

const message = z.object({ code: text, description: text })
export type Message = z.infer<typeof message>

/** Everything Canada Post sends, told apart by its outermost element. */
export const answer = z.union([
  z
    .object({ 'tracking-detail': detail })
    .transform((root) => ({ kind: 'detail' as const, detail: root['tracking-detail'] })),
  z
    .object({ 'tracking-summary': z.object({ 'pin-summary': z.array(summary).min(1) }) })
    .transform((root) => ({
      kind: 'summary' as const,
      summaries: root['tracking-summary']['pin-summary'],
    })),
  z
    .object({ messages: z.object({ message: z.array(message).min(1) }) })
    .transform((root) => ({ kind: 'messages' as const, messages: root.messages.message })),
])
export type Answer = z.infer<typeof answer>
