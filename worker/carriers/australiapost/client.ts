/** GET /shipping/v1/track?tracking_ids=a,b, HTTP Basic and the account's number. */
import * as z from 'zod'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Australia Post. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'API key of the Shipping and Tracking API' }),
  password: z.string().min(1).meta({ description: 'Its password' }),
  account_number: z
    .string()
    .regex(/^\d{7,10}$/, '7 to 10 digits')
    .meta({ description: 'Charge account: ten digits for Australia Post, eight for StarTrack' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const PATHS = { production: '/shipping/v1/track', test: '/test/shipping/v1/track' } as const

export const api: Api<Credentials> = {
  carrier: 'Australia Post',
  origin: () => 'https://digitalapi.auspost.com.au',
  number: /^[A-Za-z0-9]{5,50}$/,
  ask: (parcels, { credentials: { api_key, password, account_number, environment } }) => ({
    path: `${PATHS[environment]}?tracking_ids=${parcels.map(({ number }) => number).join(',')}`,
    headers: {
      authorization: basic(api_key, password),
      'account-number': account_number,
    },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
  // Ten requests a minute: by then the first of them counts no more.
  throttledFor: 60,
}
