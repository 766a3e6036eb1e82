/**
 * What Aramex sends, in three forms of one answer: JSON (`[{Key, Value: [...]}]`), SOAP in XML, and
 * SOAP rendered as JSON, where lists hang under the name of their type and one entry is no list.
 */
import * as z from 'zod'
import { fact, list, required, text } from '../fields.ts'

const update = z.object({
  WaybillNumber: fact,
  UpdateCode: text,
  UpdateDescription: text,
  UpdateDateTime: text,
  UpdateLocation: fact,
  Comments: fact,
  ProblemCode: fact,
})
export type Update = z.infer<typeof update>

/** The list itself, or what stands under the one name within. */
const under = (...names: readonly string[]) =>
  z
    .unknown()
    .optional()
    .transform((value) => {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
      const name = names.find((candidate) => candidate in value)
      return name === undefined ? value : Reflect.get(value, name)
    })

const result = z.object({
  Key: required,
  Value: under('TrackingResult').pipe(list(update)),
})
export type Result = z.infer<typeof result>

const notification = z.object({ Code: fact, Message: fact })
export type Notification = z.infer<typeof notification>

const tracked = z.object({
  HasErrors: z
    .union([z.boolean(), z.string()])
    .transform((value) => String(value).toLowerCase() === 'true'),
  Notifications: under('Notification').pipe(list(notification)),
  TrackingResults: under('KeyValueOfstringArrayOfTrackingResultmFAkxlpY').pipe(list(result)),
  NonExistingWaybills: under('string').pipe(list(required)),
})
export type Answer = z.infer<typeof tracked>

export const answer = tracked

const enveloped = z
  .object({ Envelope: z.object({ Body: z.object({ ShipmentTrackingResponse: z.unknown() }) }) })
  .transform(({ Envelope }) => Envelope.Body.ShipmentTrackingResponse)

export const soap = enveloped.pipe(tracked)
