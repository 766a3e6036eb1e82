/**
 * What the service "trackingInfo" sends: an item with its states, oldest first, or an exception. Sender
 * and addressee are in the answer and are not read.
 */
import * as z from 'zod'
import { fact, list, optional, required, text } from '../fields.ts'

const state = z.object({ time: text, stateCode: text, stateDescription: text })
export type State = z.infer<typeof state>

const point = z.object({
  name: fact,
  streetName: fact,
  houseNumber: fact,
  postalCode: fact,
  city: fact,
})
export type Point = z.infer<typeof point>

export const item = z.object({
  itemCode: required,
  deliveryTime: fact,
  stateInfo: list(state),
  pickupPoint: optional(point).catch(null),
})
export type Item = z.infer<typeof item>

/** An item that bpost does not know is an empty element; no element at all is a change. */
const tracking = z
  .unknown()
  .refine((value): boolean => value !== undefined, 'is missing')
  .pipe(optional(item))

const words = z.object({ message: fact, code: fact })
export type Words = z.infer<typeof words>

/** bpost names its exceptions by the element: `systemException`, `businessException`. */
const exception = z
  .record(z.string(), z.unknown())
  .transform((body) => Object.entries(body).find(([name]) => name.endsWith('Exception')) ?? [])
  .pipe(z.tuple([z.string(), words]))
  .transform(([name, said]) => ({ kind: 'exception' as const, name, said }))

export const answer = z.union([
  z
    .object({ itemTracking: tracking })
    .transform(({ itemTracking }) => ({ kind: 'item' as const, item: itemTracking })),
  exception,
])
export type Answer = z.infer<typeof answer>
