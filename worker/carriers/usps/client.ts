/** A token, and one number a request. */
import type { TokenApi } from '../auth.ts'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { usualStatus } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

/** POST /oauth2/v3/token, OAuth 2.0 client credentials, eight hours' token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'USPS',
  origin: originOf,
  ask: ({ client_id, client_secret }) => ({
    path: '/oauth2/v3/token',
    json: { grant_type: 'client_credentials', client_id, client_secret },
  }),
  read,
}

/** GET /tracking/v3/tracking/{number}?expand=DETAIL: all events. */
export const api: Api<Credentials> = {
  carrier: 'USPS',
  origin: originOf,
  number: /^[A-Za-z0-9]{10,34}$/,
  ask: (parcels, access) => ({
    path: `/tracking/v3/tracking/${parcels.map(({ number }) => number).join()}?expand=DETAIL`,
    headers: { authorization: bearer(access) },
  }),
  read,
  // Its words say what a 400 or 404 is about; a gateway's 404 has none.
  byStatus: (status, said) => (status === 404 && said ? 'not_found' : usualStatus(status)),
  // An app's quota counts by the hour and is shut until it has passed.
  throttledFor: 900,
}
