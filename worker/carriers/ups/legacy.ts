/**
 * Answers of UPS's former tracking services, the XML tool and the SOAP service, in the form of the Track
 * API's: the same types and codes under other names. UPS has shut both down; recordings of them are
 * richer than most of the Track API. Their clocks are local, without an offset.
 */
import * as z from 'zod'
import { fact, list, optional, required, some } from '../fields.ts'
import { answer } from './wire.ts'

const address = z
  .object({ City: fact, StateProvinceCode: fact, PostalCode: fact, CountryCode: fact })
  .transform((place) => ({
    city: place.City,
    stateProvince: place.StateProvinceCode,
    postalCode: place.PostalCode,
    countryCode: place.CountryCode,
  }))

/** The tool nests what the service has side by side. */
const status = z
  .object({
    StatusType: optional(z.object({ Code: fact, Description: fact })),
    StatusCode: optional(z.object({ Code: fact })),
    Type: fact,
    Code: fact,
    Description: fact,
  })
  .transform((said) => ({
    type: said.StatusType?.Code ?? said.Type,
    code: said.StatusCode?.Code ?? said.Code,
    statusCode: null,
    description: said.StatusType?.Description ?? said.Description,
  }))

const activity = z.object({
  ActivityLocation: optional(
    z.object({ Address: optional(address), Description: fact, SignedForByName: fact }),
  ),
  Status: status,
  Date: fact,
  Time: fact,
})

const DELIVERED = 'D'

const parcel = z
  .object({
    TrackingNumber: required,
    RescheduledDeliveryDate: fact,
    Activity: list(activity),
  })
  .transform(({ TrackingNumber, RescheduledDeliveryDate, Activity }) => {
    const delivery = Activity.find(({ Status }) => Status.type === DELIVERED)
    return {
      trackingNumber: TrackingNumber,
      activity: Activity.map(({ ActivityLocation, Status, Date: date, Time: time }) => ({
        date,
        time,
        location: { address: ActivityLocation?.Address ?? null },
        status: Status,
      })),
      deliveryDate: dated('RDD', RescheduledDeliveryDate),
      deliveryInformation: delivery && {
        location: delivery.ActivityLocation?.Description ?? null,
        receivedBy: delivery.ActivityLocation?.SignedForByName ?? null,
      },
    }
  })

const dated = (type: string, date: string | null) => (date === null ? [] : [{ type, date }])

const shipment = z
  .object({ ScheduledDeliveryDate: fact, Package: some(parcel) })
  .transform(({ ScheduledDeliveryDate, Package }) => ({
    package: Package.map((one) => ({
      ...one,
      deliveryDate: [...one.deliveryDate, ...dated('SDD', ScheduledDeliveryDate)],
    })),
  }))

const tracked = z
  .object({ Shipment: some(shipment) })
  .transform(({ Shipment }) => ({ trackResponse: { shipment: Shipment } }))

const failed = z
  .object({
    Response: z.object({ Error: some(z.object({ ErrorCode: required, ErrorDescription: fact })) }),
  })
  .transform(({ Response }) =>
    refused(Response.Error.map((one) => [one.ErrorCode, one.ErrorDescription])),
  )

const code = z.object({ PrimaryErrorCode: z.object({ Code: required, Description: fact }) })
const fault = z
  .object({ detail: z.object({ Errors: z.object({ ErrorDetail: some(code) }) }) })
  .transform(({ detail }) =>
    refused(
      detail.Errors.ErrorDetail.map(({ PrimaryErrorCode: one }) => [one.Code, one.Description]),
    ),
  )

const refused = (errors: readonly (readonly [string, string | null])[]) => ({
  response: { errors: errors.map(([code, message]) => ({ code, message })) },
})

/** What stands within the service's envelope; recorders put one more element around it. */
const unwrapped = z.unknown().transform((root) => {
  const names = ['wrapper', 'Envelope', 'Body', 'TrackResponse', 'Fault']
  return names.reduce<unknown>(
    (value, name) =>
      value !== null && typeof value === 'object' && name in value
        ? Reflect.get(value, name)
        : value,
    root,
  )
})

export const legacy = unwrapped
  .pipe(z.union([tracked, failed, fault]))
  .transform((said): unknown => said)
  .pipe(answer)
