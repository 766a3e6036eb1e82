/** GET /services/trackedmail/item/{code}/trackingInfo, one number per request. */
import * as z from 'zod'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect bpost. */
export const credentials = z.strictObject({
  account_id: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'Account id of the bpost Shipping Manager' }),
  passphrase: z
    .string()
    .min(1)
    .meta({ description: 'Passphrase of the web services in the Shipping Manager' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'bpost',
  origin: () => 'https://api.parcel.bpost.cloud',
  number: /^[A-Za-z0-9]{8,35}$/,
  ask: (parcels, { credentials }) => ({
    path: `/services/trackedmail/item/${parcels.map(({ number }) => number).join()}/trackingInfo`,
    headers: {
      authorization: basic(credentials.account_id, credentials.passphrase),
      accept: 'application/xml',
    },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
  // A long history is some 10 KB.
  bounds: { timeout: 10_000, maxBytes: 250_000 },
}
