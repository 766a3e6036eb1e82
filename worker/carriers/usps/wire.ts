/**
 * What USPS sends: answers of the Tracking API (version 3), and its errors. A name beside a delivery
 * is who signed; other persons and addresses are not read.
 */
import * as z from 'zod'
import { fact, list, optional, required, some, text } from '../fields.ts'

const event = z
  .object({
    eventType: text,
    eventCode: text,
    /** The wall clock at the place */
    eventTimestamp: text,
    /** The same in Greenwich. Its day is wrong in recorded answers: not used beside the wall clock */
    GMTTimestamp: fact,
    GMTOffset: fact,
    eventCity: fact,
    eventState: fact,
    eventZIP: fact,
    eventCountry: fact,
    firm: fact,
    name: fact,
  })
  .refine(({ eventType, eventCode }) => eventType ?? eventCode)
export type Event = z.infer<typeof event>

const expectation = {
  predictedDeliveryTimeStamp: fact,
  predictedDeliveryDate: fact,
  expectedDeliveryTimeStamp: fact,
  expectedDeliveryDate: fact,
  guaranteedDeliveryTimeStamp: fact,
  guaranteedDeliveryDate: fact,
  predictedDeliveryWindowStartTime: fact,
  predictedDeliveryWindowEndTime: fact,
}

export const parcel = z
  .object({
    trackingNumber: required,
    status: fact,
    // Empty is an answer, missing is a change, unless the status is there.
    trackingEvents: optional(list(event)),
    ...expectation,
    deliveryDateExpectation: optional(z.object(expectation)).catch(null),
    returnDateNotice: fact,
  })
  .refine(({ trackingEvents, status }) => trackingEvents ?? status)
export type Parcel = z.infer<typeof parcel>

/** Codes from the nearest to the outermost. */
export interface Failure {
  readonly codes: readonly string[]
  readonly message: string | null
  readonly number: string | null
}

const detail = z.object({ code: fact, title: fact, detail: fact })

const refusal = z
  .object({
    trackingNumber: fact,
    error: z.object({ code: fact, message: fact, errors: list(detail).catch([]) }),
  })
  .transform(({ trackingNumber, error }): Failure => {
    const [first] = error.errors
    return {
      codes: [first?.code, error.code].filter((code) => code != null),
      message: error.message ?? first?.title ?? first?.detail ?? null,
      number: trackingNumber,
    }
  })

const oauth = z.object({ error: required, error_description: fact }).transform(
  ({ error, error_description }): Failure => ({
    codes: [error],
    message: error_description,
    number: null,
  }),
)

/** One parcel or one error; several numbers are answered with a list of them. */
export const answer = some(
  z.union([
    parcel.transform((parcel) => ({ parcel })),
    z.union([refusal, oauth]).transform((failure) => ({ failure })),
  ]),
)
export type Answer = z.infer<typeof answer>
