/** GET /vis/track/pin/{pin}/detail ("Get Tracking Details – REST"), one number per request, in English. */
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { BLOCKED_FOR } from './errors.ts'
import { read } from './read.ts'

export const api: Api<Credentials> = {
  carrier: 'Canada Post',
  origin: originOf,
  ask: (parcels, { credentials }) => ({
    path: `/vis/track/pin/${parcels.map(({ number }) => encodeURIComponent(number)).join()}/detail`,
    headers: {
      authorization: basic(credentials.username, credentials.password),
      accept: 'application/vnd.cpc.track-v2+xml',
      'accept-language': 'en-CA',
    },
  }),
  read,
  throttledFor: BLOCKED_FOR,
  // A long history is some 20 KB.
  bounds: { timeout: 10_000, maxBytes: 250_000 },
}
