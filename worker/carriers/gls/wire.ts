/**
 * What "Track And Trace V1" sends: one entry a number asked for, or several where it stands for
 * several parcels; an entry without a parcel says why. Else problem details, or the gateway's fault.
 * A connector's samples have one parcel by itself, under other names.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, some, text } from '../fields.ts'

const event = z.object({
  code: text,
  city: fact,
  postalCode: fact,
  country: fact,
  description: text,
  eventDateTime: text,
})
export type Event = z.infer<typeof event>

const parcel = z
  .object({
    requested: text,
    unitno: text,
    status: text,
    statusDateTime: fact,
    events: list(event),
    errorCode: fact,
    errorMessage: fact,
    estimatedDelivery: fact,
  })
  .refine(({ errorCode, status, events }) => errorCode ?? status ?? events[0])
export type Parcel = z.infer<typeof parcel>

const parcels = z
  .object({ parcels: present(parcel) })
  .transform((answer) => ({ kind: 'parcels' as const, ...answer }))

const place = optional(z.object({ city: fact, postalCode: fact, country: fact })).catch(null)

/** One parcel by itself. */
const single = z
  .object({
    trackingNumber: required,
    status: fact,
    events: list(
      z
        .object({ timestamp: text, status: text, description: text, location: place })
        .transform(({ timestamp, status, location, description }) => ({
          code: status,
          city: location?.city,
          postalCode: location?.postalCode,
          country: location?.country,
          description,
          eventDateTime: timestamp,
        })),
    ),
    estimatedDelivery: fact,
  })
  .transform(({ trackingNumber, ...said }): unknown => ({
    parcels: [{ ...said, requested: trackingNumber, unitno: trackingNumber }],
  }))
  .pipe(parcels)

export interface Refusal {
  readonly code: string | null
  readonly message: string | null
}

const refusals = (said: readonly Refusal[]) => ({ kind: 'refusals' as const, refusals: said })

/** RFC 9457. */
const problem = z
  .object({ status: required, title: fact, detail: fact })
  .transform(({ status, title, detail }) => refusals([{ code: status, message: detail ?? title }]))

const fault = z
  .object({
    fault: z.object({
      faultstring: fact,
      detail: optional(z.object({ errorcode: fact })).catch(null),
    }),
  })
  .transform(({ fault: { faultstring, detail } }) =>
    refusals([{ code: detail?.errorcode ?? null, message: faultstring }]),
  )

const errors = z
  .object({ errors: some(z.object({ code: text, message: fact })) })
  .transform((said) => refusals(said.errors))

export const answer = z.union([parcels, single, fault, errors, problem])
export type Answer = z.infer<typeof answer>
