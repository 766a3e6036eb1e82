/** What Thailand Post sends: lists of events by barcode, how many numbers were asked today, or why not. */
import * as z from 'zod'
import { fact, list, text } from '../fields.ts'

const event = z.object({
  status: text,
  status_description: text,
  status_date: text,
  location: fact,
  postcode: fact,
  delivery_status: fact,
  delivery_description: fact,
  delivery_datetime: fact,
  receiver_name: fact,
})
export type Event = z.infer<typeof event>

const count = z
  .object({ count_number: z.coerce.number(), track_count_limit: z.coerce.number() })
  .catch({ count_number: 0, track_count_limit: Number.POSITIVE_INFINITY })

const items = z
  .object({ items: z.record(z.string(), list(event)), track_count: count })
  .transform(({ items, track_count }) => ({
    kind: 'items' as const,
    items: Object.entries(items),
    spent: track_count.count_number > track_count.track_count_limit,
  }))

/** A push has the same list under `items`, flat. */
const pushed = z
  .object({ items: z.array(event.extend({ barcode: z.string().min(1) })).min(1) })
  .transform(({ items }) => ({ kind: 'pushed' as const, items }))

const failure = z
  .object({ message: z.string().min(1), status: z.union([z.boolean(), z.number()]).optional() })
  .transform(({ message }) => ({ kind: 'failure' as const, message }))

export const answer = z.union([
  z.object({ response: items }).transform(({ response }) => response),
  pushed,
  failure,
])
export type Answer = z.infer<typeof answer>
