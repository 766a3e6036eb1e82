/**
 * CDEK: the API version 2, polled order by order, and its webhooks, which nobody signs. A status that
 * CDEK deletes is taken back. What was not handed over goes back under an order and a number of its own.
 *
 * The recorded lives are of the former status report, which has the same statuses by number; of version
 * 2 there is a sample of its documentation, two statuses long.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi } from './client.ts'
import { read } from './read.ts'

export const cdek = defineCarrier<Credentials>({
  id: 'cdek',
  name: 'CDEK',
  proven: true,
  mapVersion: 1,
  // CDEK publishes no rate: this stays low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) => `https://www.cdek.ru/ru/tracking?order_id=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
  verifyPush: (push, { webhook_secret = '' }) =>
    sameSecret(push.query.get('secret'), webhook_secret),
})
