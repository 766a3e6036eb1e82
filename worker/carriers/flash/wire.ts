/** What Flash sends: parcels with their routes, one alone or a list, or a code that is not success. */
import * as z from 'zod'
import { fact, list, present, required, text } from '../fields.ts'

/** The documentation writes the action both ways. */
const route = z
  .object({ routedAt: text, routeAction: fact, routedAction: fact, message: fact, state: fact })
  .transform(({ routeAction, routedAction, ...route }) => ({
    ...route,
    action: routeAction ?? routedAction,
  }))
export type Route = z.infer<typeof route>

const parcel = z.object({
  pno: required,
  /** The number under which it goes back */
  returnedPno: fact,
  /** The number it had before it went back under this one */
  customaryPno: fact,
  state: fact,
  stateText: fact,
  stateChangeAt: fact,
  routes: list(route),
})
export type ParcelSaid = z.infer<typeof parcel>

const SUCCESS = '1'

const envelope = z.object({ code: required, message: fact })

export const answer = z.union([
  envelope
    .extend({ code: required.pipe(z.literal(SUCCESS)), data: present(parcel) })
    .transform(({ data }) => ({ kind: 'parcels' as const, parcels: data })),
  envelope
    .refine(({ code }) => code !== SUCCESS)
    .transform(({ code, message }) => ({ kind: 'failure' as const, code, words: message })),
])
export type Answer = z.infer<typeof answer>
