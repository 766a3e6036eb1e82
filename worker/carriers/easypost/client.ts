/** Trackers already registered are read by their numbers; registering is a request a number. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect EasyPost. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key of the EasyPost account; a test key knows test numbers alone' }),
  webhook_secret: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The secret given to EasyPost with the webhook, to check its calls' }),
})
export type Credentials = z.infer<typeof credentials>

const shared = {
  carrier: 'EasyPost',
  origin: () => 'https://api.easypost.com',
  read,
  byStatus: statuses({ 402: 'unauthorized', 404: 'not_found' }),
} as const satisfies Partial<Api<Credentials>>

const authorized = ({ api_key }: Credentials) => ({ authorization: basic(api_key, '') })

/** POST /v2/trackers/batch */
export const api: Api<Credentials> = {
  ...shared,
  ask: (parcels, { credentials }) => ({
    path: '/v2/trackers/batch',
    headers: authorized(credentials),
    json: { tracking_codes: parcels.map(({ number }) => number) },
  }),
}

/** POST /v2/trackers: the same number again is the same tracker, and is not charged twice. */
export const registration: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: '/v2/trackers',
    headers: authorized(credentials),
    json: {
      tracker: {
        tracking_code: parcel?.number,
        carrier: courierCode(COURIERS, parcel?.courier ?? null) ?? undefined,
      },
    },
  }),
}
