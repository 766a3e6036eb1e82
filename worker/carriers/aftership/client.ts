/** Trackings by their numbers, as a list; registering is a request a number. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect AfterShip. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key of the AfterShip account, without a signature' }),
  webhook_secret: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Webhook secret in AfterShip’s settings, to check its calls' }),
})
export type Credentials = z.infer<typeof credentials>

/** AfterShip keeps a version for two years. */
const PATH = '/tracking/2025-07/trackings'

const shared = {
  carrier: 'AfterShip',
  origin: () => 'https://api.aftership.com',
  read,
  byStatus: statuses({ 402: 'unauthorized', 404: 'not_found' }),
  // Ten requests a second: the next second is another one.
  throttledFor: 2,
} as const satisfies Partial<Api<Credentials>>

const authorized = ({ api_key }: Credentials) => ({ 'as-api-key': api_key })

/** GET /trackings?tracking_numbers=a,b: one number may be followed at several carriers. */
export const api: Api<Credentials> = {
  ...shared,
  ask: (parcels, { credentials }) => ({
    path: `${PATH}?tracking_numbers=${parcels.map(({ number }) => encodeURIComponent(number)).join()}&limit=200`,
    headers: authorized(credentials),
  }),
}

/** POST /trackings */
export const registration: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: PATH,
    headers: authorized(credentials),
    json: {
      tracking_number: parcel?.number,
      slug: courierCode(COURIERS, parcel?.courier ?? null) ?? undefined,
    },
  }),
}
