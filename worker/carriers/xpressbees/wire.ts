/** What Xpressbees sends: a shipment with its history, oldest first; or words about why there is none. */
import * as z from 'zod'
import { fact, present, required, text } from '../fields.ts'

const event = z.object({
  status_code: text,
  location: fact,
  event_time: text,
  message: text,
})
export type Event = z.infer<typeof event>

const tracked = z.object({
  data: z.object({
    awb_number: required,
    status: fact,
    edd: fact,
    // Instead of a history there has been a list with nothing but `{status: true}`.
    history: present(event).transform((events) =>
      events.filter(({ status_code, message }) => status_code !== null || message !== null),
    ),
  }),
})
export type Tracked = z.infer<typeof tracked>

const refused = z
  .object({ status: z.literal(false).or(z.literal('false')).optional(), message: required })
  .transform(({ message }) => message)

export const answer = z.union([
  tracked.transform(({ data }) => ({ kind: 'tracked' as const, ...data })),
  refused.transform((words) => ({ kind: 'refused' as const, words })),
])
export type Answer = z.infer<typeof answer>
