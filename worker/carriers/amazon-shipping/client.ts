/** A token for the refresh token, and one number a request. */
import type { TokenApi } from '../auth.ts'
import { tokenOf } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

/** POST /auth/o2/token at Login with Amazon, an hour's token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'Amazon Shipping',
  origin: () => 'https://api.amazon.com',
  ask: ({ client_id, client_secret, refresh_token }) => ({
    path: '/auth/o2/token',
    form: { grant_type: 'refresh_token', refresh_token, client_id, client_secret },
  }),
}

/** GET /shipping/v2/tracking ("getTracking"): a number and who carries it. */
export const api: Api<Credentials> = {
  carrier: 'Amazon Shipping',
  origin: originOf,
  ask: (parcels, access) => ({
    path: `/shipping/v2/tracking?${new URLSearchParams({
      trackingId: parcels.map(({ number }) => number).join(),
      carrierId: access.credentials.carrier_id,
    })}`,
    headers: {
      'x-amz-access-token': tokenOf(access),
      ...(access.credentials.business && {
        'x-amzn-shipping-business-id': access.credentials.business,
      }),
    },
  }),
  read,
  bounds: { timeout: 10_000, maxBytes: 500_000 },
}
