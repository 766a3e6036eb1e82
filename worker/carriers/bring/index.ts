/**
 * Bring (and Posten): the Tracking API, polled number by number, and the webhooks of Event Cast, which
 * repeat a secret in a header that was configured for them. Events have an offset; calls are in UTC.
 *
 * Unproven: built from Bring's documentation; of recorded bodies there is the sample of a call alone.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { verifyPush } from './push.ts'
import { read } from './read.ts'
import { subscribe } from './subscribe.ts'

export const bring = defineCarrier<Credentials>({
  id: 'bring',
  name: 'Bring',
  proven: false,
  mapVersion: 1,
  // Bring publishes no rate: this stays low until it says 429. Event Cast takes a hundred numbers.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null, subscribe: 100 },
  trackingUrl: (number) => `https://tracking.bring.com/tracking/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  canSubscribe: ({ webhook_secret }) => webhook_secret !== undefined,
  subscribe,
  verifyPush,
})
