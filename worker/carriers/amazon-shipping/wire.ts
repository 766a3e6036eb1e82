/**
 * What the Shipping API sends: a parcel (in version 1 the answer itself, in version 2 its payload), or
 * errors. Where it was delivered to the metre is in it and is not read.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, some, text } from '../fields.ts'

const event = z.object({
  eventCode: text,
  eventTime: text,
  shipmentType: fact,
  location: optional(
    z.object({ city: fact, stateOrRegion: fact, postalCode: fact, countryCode: fact }),
  ).catch(null),
})
export type Event = z.infer<typeof event>

const codes = list(fact).catch([])

const parcel = z.object({
  trackingId: required,
  alternateLegTrackingId: fact,
  promisedDeliveryDate: fact,
  eventHistory: present(event.refine(({ eventCode, eventTime }) => eventCode ?? eventTime)),
  summary: optional(
    z.object({
      status: fact,
      trackingDetailCodes: optional(z.object({ forward: codes, returns: codes })).catch(null),
      proofOfDelivery: optional(z.object({ receivedBy: fact, deliveryImageURL: fact })).catch(null),
    }),
  ).catch(null),
})
export type Parcel = z.infer<typeof parcel>

const failure = z.object({ code: text, message: fact, details: fact })
export type Failure = z.infer<typeof failure>

export const answer = z.union([
  z.object({ payload: parcel }).transform(({ payload }) => ({ parcel: payload })),
  parcel.transform((parcel) => ({ parcel })),
  z.object({ errors: some(failure) }),
])
export type Answer = z.infer<typeof answer>
