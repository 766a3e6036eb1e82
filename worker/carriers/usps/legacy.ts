/**
 * Answers of the former Web Tools (TrackFieldRequest, XML) in the form of the Tracking API's: the same
 * events and codes under other names. USPS has shut them down; recordings of them are richer than any
 * of version 3.
 */
import * as z from 'zod'
import { fact, list, optional, required, some } from '../fields.ts'
import { readMomentOf } from '../time.ts'

const event = z
  .object({
    EventTime: fact,
    EventDate: fact,
    Event: fact,
    EventCity: fact,
    EventState: fact,
    EventZIPCode: fact,
    EventCountry: fact,
    FirmName: fact,
    Name: fact,
    EventCode: fact,
  })
  .transform((event) => ({
    eventType: event.Event,
    eventCode: event.EventCode,
    eventTimestamp: readMomentOf(event.EventDate, event.EventTime).local,
    eventCity: event.EventCity,
    eventState: event.EventState,
    eventZIP: event.EventZIPCode,
    eventCountry: event.EventCountry,
    firm: event.FirmName,
    name: event.Name,
  }))

const error = z
  .object({ Number: fact, Description: fact })
  .transform(({ Number: code, Description: message }) => ({ code, message }))

const tracked = z
  .object({
    '@ID': required,
    Status: fact,
    PredictedDeliveryDate: fact,
    ExpectedDeliveryDate: fact,
    GuaranteedDeliveryDate: fact,
    ReturnDateNotice: fact,
    TrackSummary: list(event),
    TrackDetail: list(event),
    Error: optional(error),
  })
  .refine(({ TrackSummary, Error: failed }) => TrackSummary.length > 0 || failed)
  .transform(({ '@ID': trackingNumber, Error: failed, ...info }) =>
    failed
      ? { trackingNumber, error: failed }
      : {
          trackingNumber,
          status: info.Status,
          trackingEvents: [...info.TrackSummary, ...info.TrackDetail],
          predictedDeliveryDate: info.PredictedDeliveryDate,
          expectedDeliveryDate: info.ExpectedDeliveryDate,
          guaranteedDeliveryDate: info.GuaranteedDeliveryDate,
          returnDateNotice: info.ReturnDateNotice,
        },
  )

export const legacy = z.union([
  z
    .object({ TrackResponse: z.object({ TrackInfo: some(tracked) }) })
    .transform(({ TrackResponse }): unknown => TrackResponse.TrackInfo),
  z.object({ Error: error }).transform(({ Error: failed }): unknown => ({ error: failed })),
])
