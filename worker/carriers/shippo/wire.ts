/**
 * What Shippo sends: a track (GET /tracks/{carrier}/{number}, POST /tracks), the same inside a webhook
 * call, or an error, which has no documented form: a `detail`, or a list of complaints by field.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

const location = optional(z.object({ city: fact, state: fact, zip: fact, country: fact })).catch(
  null,
)

const event = z.object({
  status: text,
  substatus: optional(z.object({ code: fact })).catch(null),
  status_details: text,
  status_date: text,
  location,
})
export type Event = z.infer<typeof event>

const track = z.object({
  tracking_number: required,
  eta: fact,
  tracking_status: optional(event),
  tracking_history: present(event),
})
export type Track = z.infer<typeof track>

const complaint = z.union([
  z.object({ detail: required }).transform(({ detail }) => [detail]),
  z.object({ message: required }).transform(({ message }) => [message]),
  z
    .record(z.string(), list(required))
    .transform((fields) =>
      Object.entries(fields).flatMap(([field, words]) => words.map((said) => `${field}: ${said}`)),
    )
    .pipe(z.array(z.string()).min(1)),
])

export const answer = z.union([
  z
    .object({ event: z.literal('track_updated'), data: track })
    .transform(({ data }) => ({ kind: 'track' as const, track: data })),
  z
    .object({ event: z.string().refine((event) => event !== 'track_updated'), data: z.unknown() })
    .transform(() => ({ kind: 'other' as const })),
  track.transform((one) => ({ kind: 'track' as const, track: one })),
  complaint.transform((words) => ({ kind: 'error' as const, words: words.join('; ') })),
])
export type Answer = z.infer<typeof answer>
