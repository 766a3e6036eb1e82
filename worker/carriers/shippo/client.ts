/** One number a request, and the carrier with it: Shippo finds none by the number. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Shippo. */
export const credentials = z.strictObject({
  api_token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API token of the Shippo account, live or test' }),
  default_carrier: z
    .string()
    .regex(/^[a-z0-9_]+$/, 'a token like usps or dhl_express')
    .optional()
    .meta({ description: 'Shippo’s token of the carrier of parcels that name none' }),
  webhook_secret: z.string().min(8).optional().meta({
    description:
      'What shows that a webhook call is Shippo’s: the token in the webhook’s URL (?token=…), or the secret of its HMAC signature where Shippo has switched that on',
  }),
})
export type Credentials = z.infer<typeof credentials>

export const REMEDY =
  'Shippo needs the carrier: name it with the shipment, or enter default_carrier in the account'

/** Shippo's token for who carries a parcel, or null. */
export const carrierOf = ({ courier }: Parcel, { default_carrier }: Credentials): string | null =>
  courierCode(COURIERS, courier) ?? (courier === null ? (default_carrier ?? null) : null)

const shared = {
  carrier: 'Shippo',
  origin: () => 'https://api.goshippo.com',
  read,
  byStatus: statuses({ 404: 'not_found' }),
} as const satisfies Partial<Api<Credentials>>

const authorized = ({ api_token }: Credentials) => ({ authorization: `ShippoToken ${api_token}` })

const carrierOfLone = (parcel: Parcel | undefined, credentials: Credentials): string =>
  (parcel && carrierOf(parcel, credentials)) ?? ''

/** GET /tracks/{carrier}/{number} */
export const api: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: `/tracks/${carrierOfLone(parcel, credentials)}/${encodeURIComponent(parcel?.number ?? '')}`,
    headers: authorized(credentials),
  }),
}

/** POST /tracks/: Shippo asks the carrier from now on, and calls the account's webhook. */
export const registration: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: '/tracks/',
    headers: authorized(credentials),
    json: { carrier: carrierOfLone(parcel, credentials), tracking_number: parcel?.number },
  }),
}
