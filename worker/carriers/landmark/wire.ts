/** What Landmark Global sends: packages with their events, or errors, whose messages are HTML. */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'

const event = z
  .object({ Status: text, DateTime: text, Location: fact, EventCode: text })
  .refine(({ Status, EventCode }) => Status ?? EventCode)
export type Event = z.infer<typeof event>

const parcel = z
  .object({
    TrackingNumber: fact,
    LandmarkTrackingNumber: fact,
    // Empty is an answer, missing is a change.
    Events: z
      .unknown()
      .refine((value): boolean => value !== undefined, 'is missing')
      .pipe(optional(z.object({ Event: list(event) }))),
  })
  .refine(({ TrackingNumber, LandmarkTrackingNumber }) => TrackingNumber ?? LandmarkTrackingNumber)
export type Parcel = z.infer<typeof parcel>

const failure = z.object({ ErrorCode: fact, ErrorMessage: fact })
export type Failure = z.infer<typeof failure>

const result = z.object({
  ShipmentDetails: optional(z.object({ EndDeliveryCarrier: fact })).catch(null),
  Packages: optional(z.object({ Package: list(parcel) })),
})

export const answer = z
  .object({
    TrackResponse: z.object({
      Result: optional(result),
      Errors: optional(z.object({ Error: list(failure) })),
    }),
  })
  .transform(({ TrackResponse: { Result, Errors } }) => ({
    carrier: Result?.ShipmentDetails?.EndDeliveryCarrier ?? null,
    parcels: Result?.Packages?.Package ?? [],
    failures: Errors?.Error ?? [],
  }))
  .refine(({ parcels, failures }) => parcels.length + failures.length > 0)
export type Answer = z.infer<typeof answer>
