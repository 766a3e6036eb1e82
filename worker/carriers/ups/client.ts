/** A token, and one number per request. */

import type { TokenApi } from '../auth.ts'
import { basic, bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { usualStatus } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

const QUERY = 'locale=en_US&returnSignature=false&returnMilestones=true'

/** POST /security/v1/oauth/token, OAuth 2.0 client credentials (OAuthClientCredentials.yaml). */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'UPS',
  origin: originOf,
  ask: ({ client_id, client_secret, account_number }) => ({
    path: '/security/v1/oauth/token',
    headers: {
      authorization: basic(client_id, client_secret),
      ...(account_number && { 'x-merchant-id': account_number }),
    },
    form: { grant_type: 'client_credentials' },
  }),
  read,
}

/** GET /api/track/v1/details/{number} (Tracking.yaml); signatures and proofs of delivery are not asked for. */
export const api: Api<Credentials> = {
  carrier: 'UPS',
  origin: originOf,
  ask: (parcels, access) => ({
    path: `/api/track/v1/details/${parcels.map(({ number }) => encodeURIComponent(number)).join()}?${QUERY}`,
    headers: {
      authorization: bearer(access),
      transid: crypto.randomUUID(),
      transactionsrc: 'whereabouts',
    },
  }),
  read,
  // UPS documents 404 as "no tracking information" and leaves the code open; its code 404 is a wrong URL.
  byStatus: (status, said) =>
    status === 404 && said && said.carrier_code !== '404' ? 'not_found' : usualStatus(status),
}
