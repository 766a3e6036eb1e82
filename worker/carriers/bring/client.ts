/** GET /tracking/api/v2/tracking.json, one number per request, in English. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

const key = z.string().regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')

/** What a merchant enters to connect Bring. */
export const credentials = z.strictObject({
  api_uid: key.meta({ description: 'Mybring login ID, an e-mail address' }),
  api_key: key.meta({ description: 'API key of that Mybring user' }),
  client_url: z
    .url()
    .meta({ description: 'Address of the shop: Bring asks where its API is used' }),
  webhook_secret: key.min(16).optional().meta({
    description:
      'Secret of Event Cast webhooks: the header "x-webhook-secret" in their configuration, or the password of HTTP Basic with the user "bring"',
  }),
})
export type Credentials = z.infer<typeof credentials>

export const headersOf = ({ api_uid, api_key, client_url }: Credentials) => ({
  'x-mybring-api-uid': api_uid,
  'x-mybring-api-key': api_key,
  'x-bring-client-url': client_url,
})

export const ORIGIN = 'https://api.bring.com'

/** Numbers of packages and of shipments; Bring's test packages are words. */
export const NUMBER = /^[A-Za-z0-9-]{6,35}$/

export const api: Api<Credentials> = {
  carrier: 'Bring',
  origin: () => ORIGIN,
  number: NUMBER,
  ask: (parcels, { credentials }) => ({
    path: `/tracking/api/v2/tracking.json?q=${parcels.map(({ number }) => number).join()}&lang=en`,
    headers: headersOf(credentials),
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
