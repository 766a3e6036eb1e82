/** A token, and up to a hundred numbers a request, in English. */
import type { TokenApi } from '../auth.ts'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originsOf } from './credentials.ts'
import { read } from './read.ts'

/** POST /authorization-facade/oauth2/access_token, OAuth 2.0 password grant, an hour's token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'Hermes',
  origin: (credentials) => originsOf(credentials).token,
  ask: ({ client_id, client_secret, username, password }) => ({
    path: '/authorization-facade/oauth2/access_token',
    form: { grant_type: 'password', client_id, client_secret, username, password },
  }),
  read,
}

/** GET /services/hsi/shipmentinfo?shipmentID={number}&shipmentID=… */
export const api: Api<Credentials> = {
  carrier: 'Hermes',
  origin: (credentials) => originsOf(credentials).api,
  number: /^[A-Za-z0-9]{8,24}$/,
  ask: (parcels, access) => ({
    path: `/services/hsi/shipmentinfo?${parcels.map(({ number }) => `shipmentID=${number}`).join('&')}`,
    headers: { authorization: bearer(access), 'accept-language': 'EN' },
  }),
  read,
}
