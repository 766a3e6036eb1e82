/** GET /mailpieces/v2/{number}/events, one number per request. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

const key = z.string().regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')

/** What a merchant enters to connect Royal Mail. */
export const credentials = z.strictObject({
  client_id: key.meta({ description: 'Client ID of the app at developer.royalmail.net' }),
  client_secret: key.meta({ description: 'Client secret of that app' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Royal Mail',
  origin: () => 'https://api.royalmail.net',
  number: /^[A-Za-z0-9]{9,27}$/,
  ask: (parcels, { credentials }) => ({
    path: `/mailpieces/v2/${parcels.map(({ number }) => number).join()}/events`,
    headers: {
      'x-ibm-client-id': credentials.client_id,
      'x-ibm-client-secret': credentials.client_secret,
      // Royal Mail asks with each request whether its terms are accepted.
      'x-accept-rmg-terms': 'yes',
    },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
