/**
 * Answers of the former web services (SOAP and plain XML, TrackReply version 5 to 14) in the form of
 * the Track API's: the same parcels, scans and codes under other names. FedEx has shut them down;
 * recordings of them are the richest there are.
 */
import * as z from 'zod'
import { fact, list, optional, some, text } from '../fields.ts'

const address = optional(
  z
    .object({
      StreetLines: list(fact),
      City: fact,
      StateOrProvinceCode: fact,
      PostalCode: fact,
      CountryCode: fact,
    })
    .transform((there) => ({
      streetLines: there.StreetLines,
      city: there.City,
      stateOrProvinceCode: there.StateOrProvinceCode,
      postalCode: there.PostalCode,
      countryCode: there.CountryCode,
    })),
).catch(null)

const event = z
  .object({
    Timestamp: text,
    EventType: text,
    EventDescription: text,
    StatusExceptionCode: fact,
    StatusExceptionDescription: fact,
    Address: address,
  })
  .transform((event) => ({
    date: event.Timestamp,
    eventType: event.EventType,
    eventDescription: event.EventDescription,
    exceptionDescription: event.StatusExceptionDescription,
    scanLocation: event.Address,
  }))

const notification = z
  .object({ Severity: text, Code: text, Message: fact })
  .transform(({ Severity, Code, Message }) => ({
    failed: Severity === 'ERROR' || Severity === 'FAILURE',
    error: { code: Code, message: Message },
  }))

const status = optional(
  z.object({ Code: fact, Description: fact }).transform(({ Code, Description }) => ({
    code: Code,
    description: Description,
  })),
).catch(null)

const detail = z
  .object({
    Notification: optional(notification),
    TrackingNumber: fact,
    StatusDetail: status,
    StatusCode: fact,
    StatusDescription: fact,
    Events: list(event),
    EstimatedDeliveryTimestamp: fact,
    ActualDeliveryTimestamp: fact,
    DeliverySignatureName: fact,
    DeliveryLocationType: fact,
    DeliveryLocationDescription: fact,
  })
  .transform((detail) => ({
    trackingNumberInfo: { trackingNumber: detail.TrackingNumber },
    scanEvents: detail.Events,
    latestStatusDetail: detail.StatusDetail ?? {
      code: detail.StatusCode,
      description: detail.StatusDescription,
    },
    error: detail.Notification?.failed ? detail.Notification.error : null,
    dateAndTimes: [
      { type: 'ESTIMATED_DELIVERY', dateTime: detail.EstimatedDeliveryTimestamp },
      { type: 'ACTUAL_DELIVERY', dateTime: detail.ActualDeliveryTimestamp },
    ],
    deliveryDetails: {
      signedByName: detail.DeliverySignatureName,
      locationType: detail.DeliveryLocationType,
      locationDescription: detail.DeliveryLocationDescription,
    },
  }))

const shape = { Notifications: list(notification), TrackDetails: list(detail) }

/** Before version 7 the parcels of one number stand in the reply itself. */
const reply = z
  .object({
    ...shape,
    Notifications: some(notification),
    CompletedTrackDetails: list(z.object(shape)),
  })
  .transform(({ CompletedTrackDetails, ...itself }) => [...CompletedTrackDetails, itself])
  .transform((completed) => {
    const parcels = completed.flatMap(({ TrackDetails }) =>
      TrackDetails[0]
        ? [
            {
              trackingNumber: TrackDetails[0].trackingNumberInfo.trackingNumber,
              trackResults: TrackDetails,
            },
          ]
        : [],
    )
    if (parcels.length > 0) return { output: { completeTrackResults: parcels } }
    const failures = completed.flatMap(({ Notifications }) => Notifications)
    return { errors: failures.filter(({ failed }) => failed).map(({ error }) => error) }
  })

export const legacy = z.union([
  z.object({ TrackReply: reply }).transform(({ TrackReply }) => TrackReply),
  z
    .object({ Envelope: z.object({ Body: z.object({ TrackReply: reply }) }) })
    .transform(({ Envelope }) => Envelope.Body.TrackReply),
])
