/**
 * What Purolator sends: answers of TrackPackagesByPin, and SOAP faults. Addresses and images of
 * signatures are not read.
 */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'

const failure = z.object({ Code: fact, Description: fact })
export type Failure = z.infer<typeof failure>

/** Code 0 is success. */
const information = optional(z.object({ Errors: optional(z.object({ Error: list(failure) })) }))
  .catch(null)
  .transform((said) => (said?.Errors?.Error ?? []).filter(({ Code }) => !/^0+$/.test(Code ?? '')))

const scan = z
  .object({
    ScanType: text,
    Depot: optional(z.object({ Name: fact })).catch(null),
    ScanDate: text,
    ScanTime: text,
    Description: text,
    ScanDetails: optional(
      z.object({
        DeliverySignature: fact,
        CommitedDeliveryDate: fact,
        CommittedDeliveryDate: fact,
      }),
    ).catch(null),
  })
  .refine(({ ScanType, Description }) => ScanType ?? Description)
export type Scanned = z.infer<typeof scan>

const pin = optional(z.object({ Value: fact })).transform((pin) => pin?.Value ?? null)

/** Without scans and without a reason it is a number nothing is known of yet. */
const parcel = z.object({
  PIN: pin,
  // Empty is an answer, missing is a change.
  Scans: z
    .unknown()
    .refine((value): boolean => value !== undefined, 'is missing')
    .pipe(optional(z.object({ Scan: list(scan) }))),
  ResponseInformation: information,
})
export type Parcel = z.infer<typeof parcel>

const response = z.object({
  ResponseInformation: information,
  TrackingInformationList: optional(z.object({ TrackingInformation: list(parcel) })),
})

const fault = z
  .object({ faultcode: fact, faultstring: fact })
  .transform(({ faultcode: Code, faultstring: Description }) => [{ Code, Description }])

const body = z.union([
  z
    .object({ TrackPackagesByPinResponse: response })
    .transform(({ TrackPackagesByPinResponse: said }) => ({
      failures: said.ResponseInformation,
      parcels: said.TrackingInformationList?.TrackingInformation ?? [],
    }))
    .refine(({ failures, parcels }) => failures.length + parcels.length > 0),
  z.object({ Fault: fault }).transform(({ Fault }) => ({ failures: Fault, parcels: [] })),
])

export const answer = z
  .object({ Envelope: z.object({ Body: body }) })
  .transform(({ Envelope }) => Envelope.Body)
export type Answer = z.infer<typeof answer>
