/** What Ekart Elite sends: where a shipment is and what has happened to it, or an error. */
import * as z from 'zod'
import { fact, present, text } from '../fields.ts'

const event = z.object({
  status: text,
  /** Epoch milliseconds */
  ctime: text,
  desc: text,
  location: fact,
  /** Why it was not delivered */
  ndrStatus: fact,
})
export type Event = z.infer<typeof event>

const tracked = z.object({
  _id: fact,
  track: event.extend({ details: present(event) }),
  /** Epoch milliseconds */
  edd: fact,
})
export type Tracked = z.infer<typeof tracked>

const refused = z
  .object({ statusCode: fact, code: fact, message: fact, description: fact })
  .refine(({ code, message, description }) => code !== null || (message ?? description) !== null)
export type Refused = z.infer<typeof refused>

export const answer = z.union([
  tracked.transform((said) => ({ kind: 'tracked' as const, ...said })),
  refused.transform((said) => ({ kind: 'refused' as const, ...said })),
])
export type Answer = z.infer<typeof answer>
