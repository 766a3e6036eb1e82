/** Forty numbers a request, read and registered. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect TrackingMore. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key in TrackingMore’s dashboard' }),
  webhook_secret: z.string().min(1).optional().meta({
    description:
      'Webhook secret in TrackingMore’s dashboard; for webhooks of version 2 or 3 the e-mail address of the account',
  }),
})
export type Credentials = z.infer<typeof credentials>

const shared = {
  carrier: 'TrackingMore',
  origin: () => 'https://api.trackingmore.com',
  read,
  // Its documentation asks for two minutes after a 429.
  throttledFor: 120,
} as const satisfies Partial<Api<Credentials>>

const authorized = ({ api_key }: Credentials) => ({ 'tracking-api-key': api_key })

/** GET /v4/trackings/get?tracking_numbers=a,b: one number may be followed at several carriers. */
export const api: Api<Credentials> = {
  ...shared,
  ask: (parcels, { credentials }) => ({
    path: `/v4/trackings/get?tracking_numbers=${parcels.map(({ number }) => encodeURIComponent(number)).join()}&limit=200`,
    headers: authorized(credentials),
  }),
}

const recordOf = ({ number, courier }: Parcel) => ({
  tracking_number: number,
  courier_code: courierCode(COURIERS, courier) ?? undefined,
})

/** POST /v4/trackings/batch */
export const registration: Api<Credentials> = {
  ...shared,
  ask: (parcels, { credentials }) => ({
    path: '/v4/trackings/batch',
    headers: authorized(credentials),
    json: parcels.map(recordOf),
  }),
}
