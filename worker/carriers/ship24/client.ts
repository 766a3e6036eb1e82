/** One number a request; registering takes a hundred. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Ship24. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key in Ship24’s dashboard, of a plan paid by shipment' }),
  webhook_secret: z
    .string()
    .min(8)
    .optional()
    .meta({ description: 'Webhook secret in Ship24’s dashboard, which its calls repeat' }),
})
export type Credentials = z.infer<typeof credentials>

const shared = {
  carrier: 'Ship24',
  origin: () => 'https://api.ship24.com',
  // The pattern of its published API description.
  number: /^[A-Za-z0-9\-_/.]{5,50}$/,
  read,
  byStatus: statuses({ 402: 'unauthorized', 404: 'not_found' }),
} as const satisfies Partial<Api<Credentials>>

const authorized = ({ api_key }: Credentials) => ({ authorization: `Bearer ${api_key}` })

/** GET /public/v1/trackers/search/{number}/results */
export const api: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: `/public/v1/trackers/search/${encodeURIComponent(parcel?.number ?? '')}/results`,
    headers: authorized(credentials),
  }),
}

const trackerOf = ({ number, courier }: Parcel) => {
  const code = courierCode(COURIERS, courier)
  return code === null
    ? { trackingNumber: number }
    : { trackingNumber: number, courierCode: [code] }
}

/** POST /public/v1/trackers/bulk: the same tracker again is the same tracker. */
export const registration: Api<Credentials> = {
  ...shared,
  ask: (parcels, { credentials }) => ({
    path: '/public/v1/trackers/bulk',
    headers: authorized(credentials),
    json: parcels.map(trackerOf),
  }),
}
