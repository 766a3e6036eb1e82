/** GET /v1/tracking?carrier_code=…&tracking_number=…: one number a request, and the carrier with it. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect ShipEngine. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key of the ShipEngine (ShipStation API) account' }),
  default_carrier: z
    .string()
    .regex(/^[a-z0-9_]+$/, 'a code like stamps_com or dhl_express')
    .optional()
    .meta({ description: 'ShipEngine’s code of the carrier of parcels that name none' }),
})
export type Credentials = z.infer<typeof credentials>

export const REMEDY =
  'ShipEngine needs the carrier: name it with the shipment, or enter default_carrier in the account'

/** ShipEngine's code for who carries a parcel, or null. */
export const carrierOf = ({ courier }: Parcel, { default_carrier }: Credentials): string | null =>
  courierCode(COURIERS, courier) ?? (courier === null ? (default_carrier ?? null) : null)

export const api: Api<Credentials> = {
  carrier: 'ShipEngine',
  origin: () => 'https://api.shipengine.com',
  ask: ([parcel], { credentials }) => ({
    path: `/v1/tracking?${new URLSearchParams({
      carrier_code: (parcel && carrierOf(parcel, credentials)) ?? '',
      tracking_number: parcel?.number ?? '',
    })}`,
    headers: { 'api-key': credentials.api_key },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
