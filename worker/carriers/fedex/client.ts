/** A token, and up to thirty numbers a request. */
import type { TokenApi } from '../auth.ts'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

/** POST /oauth/token, OAuth 2.0 client credentials in the form, an hour's token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'FedEx',
  origin: originOf,
  ask: ({ client_id, client_secret }) => ({
    path: '/oauth/token',
    form: { grant_type: 'client_credentials', client_id, client_secret },
  }),
  read,
}

/** POST /track/v1/trackingnumbers ("Track by Tracking Number"), with all scans, in English. */
export const api: Api<Credentials> = {
  carrier: 'FedEx',
  origin: originOf,
  number: /^[A-Za-z0-9-]{6,40}$/,
  ask: (parcels, access) => ({
    path: '/track/v1/trackingnumbers',
    headers: { authorization: bearer(access), 'x-locale': 'en_US' },
    json: {
      includeDetailedScans: true,
      trackingInfo: parcels.map(({ number }) => ({
        trackingNumberInfo: { trackingNumber: number },
      })),
    },
  }),
  read,
  // Thirty long histories with all that FedEx says beside them.
  bounds: { timeout: 15_000, maxBytes: 4_000_000 },
}
