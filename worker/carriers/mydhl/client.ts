/**
 * GET /tracking?shipmentTrackingNumber={number}&…: several numbers a request, with every checkpoint
 * and its offset, in English.
 */
import * as z from 'zod'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect DHL Express. */
export const credentials = z.strictObject({
  username: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'API key of the app "DHL Express - MyDHL API" at developer.dhl.com' }),
  password: z.string().min(1).meta({ description: 'API secret of the same app' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Source: the servers of the MyDHL API's specification. */
const PATHS: Readonly<Record<Credentials['environment'], string>> = {
  production: '/mydhlapi',
  test: '/mydhlapi/test',
}

const VIEW = 'trackingView=all-checkpoints&levelOfDetail=shipment&requestGMTOffsetPerEvent=true'

export const api: Api<Credentials> = {
  carrier: 'DHL Express',
  origin: () => 'https://express.api.dhl.com',
  ask: (parcels, { credentials }) => {
    const numbers = parcels.map(
      ({ number }) => `shipmentTrackingNumber=${encodeURIComponent(number)}`,
    )
    return {
      path: `${PATHS[credentials.environment]}/tracking?${numbers.join('&')}&${VIEW}`,
      headers: {
        authorization: basic(credentials.username, credentials.password),
        'accept-language': 'eng',
      },
    }
  },
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
