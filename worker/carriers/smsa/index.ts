/**
 * SMSA Express: the tracking call of its e-commerce API, number by number, and its webhook, an array
 * of shipments that have the same form. Times are wall clocks with their offset in another field.
 * SMSA signs nothing: the callback URL given to it has the secret in its query, as `secret`. Built from
 * its documentation and one sample of the webhook: unproven.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const smsa = defineCarrier<Credentials>({
  id: 'smsa',
  name: 'SMSA Express',
  proven: false,
  mapVersion: 1,
  // SMSA publishes no rate: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.smsaexpress.com/sa/trackingdetails?tracknumbers=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  verifyPush: ({ query }, { webhook_secret }) =>
    sameSecret(query.get('secret'), webhook_secret ?? ''),
})
