/** UPS: the Track API, polled number by number, and Track Alert, which pushes. */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { sameSecret } from '../push.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'
import { subscribe } from './subscribe.ts'

export const ups = defineCarrier<Credentials>({
  id: 'ups',
  name: 'UPS',
  proven: true,
  mapVersion: 1,
  // UPS publishes no rates and grants them by account; this stays low until it says 429.
  limits: { batch: 1, connections: 4, perSecond: 10, perDay: null, subscribe: 100 },
  trackingUrl: (number) =>
    `https://www.ups.com/track?loc=en_US&tracknum=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
  canSubscribe: ({ webhook_credential }) => webhook_credential !== undefined,
  subscribe,
  // Track Alert repeats the subscription's secret.
  verifyPush: ({ headers }, { webhook_credential }) =>
    sameSecret(headers.get('credential'), webhook_credential ?? ''),
})
