/**
 * What FedEx sends: answers of the Track API (version 1), its errors, and webhook calls, which repeat
 * one parcel of such an answer. Names, phone numbers and addresses of sender and recipient are in it
 * and are not read.
 */
import * as z from 'zod'
import { fact, list, optional, required, some, text } from '../fields.ts'

const address = optional(
  z.object({
    streetLines: list(fact).catch([]),
    city: fact,
    stateOrProvinceCode: fact,
    postalCode: fact,
    countryCode: fact,
  }),
).catch(null)
export type Address = z.infer<typeof address>

const delayDetail = optional(z.object({ type: fact, status: fact })).catch(null)

const event = z
  .object({
    date: text,
    eventType: text,
    eventDescription: text,
    derivedStatusCode: fact,
    exceptionDescription: fact,
    scanLocation: address,
    delayDetail,
  })
  .refine(({ date, eventType, eventDescription }) => date ?? eventType ?? eventDescription)
export type Event = z.infer<typeof event>

const latestStatusDetail = optional(
  z
    .object({
      code: text,
      derivedCode: fact,
      description: fact,
      scanLocation: address,
      ancillaryDetails: list(z.object({ reasonDescription: fact })).catch([]),
      delayDetail,
    })
    .refine(({ code, description }) => code ?? description),
).catch(null)

const message = z.object({ code: text, message: fact })
export type Message = z.infer<typeof message>

/** FedEx's specification has `value`, its answers have `values`. */
const identifier = z
  .object({ type: fact, value: fact, values: list(fact).catch([]) })
  .transform(({ type, value, values }) => ({ type, value: value ?? values[0] ?? null }))

/** One of the parcels that have a number; mostly there is one. */
const result = z
  .object({
    trackingNumberInfo: optional(z.object({ trackingNumber: fact })).catch(null),
    // Empty is an answer, missing is a change, unless something else is said.
    scanEvents: optional(list(event)),
    latestStatusDetail,
    error: optional(message).catch(null),
    dateAndTimes: list(z.object({ type: fact, dateTime: fact })).catch([]),
    estimatedDeliveryTimeWindow: optional(
      z.object({ window: optional(z.object({ begins: fact, ends: fact })) }),
    ).catch(null),
    deliveryDetails: optional(
      z.object({
        signedByName: fact,
        receivedByName: fact,
        locationType: fact,
        locationDescription: fact,
      }),
    ).catch(null),
    holdAtLocation: optional(
      z.object({
        locationContactAndAddress: optional(
          z.object({ contact: optional(z.object({ companyName: fact })), address }),
        ),
      }),
    ).catch(null),
    additionalTrackingInfo: optional(z.object({ packageIdentifiers: list(identifier) })).catch(
      null,
    ),
  })
  .refine(({ scanEvents, latestStatusDetail, error }) => scanEvents ?? latestStatusDetail ?? error)
export type Result = z.infer<typeof result>

/** All parcels that have one number. */
export const entry = z.object({ trackingNumber: fact, trackResults: some(result) })
export type Entry = z.infer<typeof entry>

/** An entry that cannot be read still says whose it is. */
export const entryNumber = z
  .object({ trackingNumber: required })
  .transform(({ trackingNumber }) => trackingNumber)

const entries = z.object({ completeTrackResults: some(z.unknown()) })

/** A text, `CODE - words`, or a list of messages. */
const alerts = z.union([
  some(message),
  required.transform((alert) => {
    const [code = '', ...words] = alert.split(/\s*-\s+/)
    return [{ code: code.trim(), message: words.join(' - ') || null }]
  }),
])

/** Everything FedEx sends, told apart by its outermost field. */
export const answer = z.union([
  z
    .object({ output: entries })
    .transform(({ output }) => parcels(output.completeTrackResults, true)),
  z.object({ errors: some(message) }).transform(({ errors }) => refused(errors)),
  z.object({ output: z.object({ alerts }) }).transform(({ output }) => refused(output.alerts)),
  entries.transform(({ completeTrackResults }) => parcels(completeTrackResults, false)),
  z.looseObject({ trackResults: some(z.unknown()) }).transform((one) => parcels([one], false)),
  z
    .looseObject({ trackingNumberInfo: z.object({ trackingNumber: required }) })
    .transform((one) => parcels([{ trackResults: [one] }], false)),
])
export type Answer = z.infer<typeof answer>

const parcels = (entries: readonly unknown[], whole: boolean) => ({
  kind: 'parcels' as const,
  entries,
  /** All that FedEx knows, as it answers when asked; false: a push */
  whole,
})

const refused = (errors: readonly Message[]) => ({ kind: 'errors' as const, errors })
