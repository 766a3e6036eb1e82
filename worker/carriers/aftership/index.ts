/**
 * AfterShip: an aggregator. A number has to be registered (`subscribe`) before it can be read, and
 * costs quota once; AfterShip then asks the carrier by itself and calls the webhook, which a merchant
 * sets up once in its dashboard. A number that is not registered is `not_found` with 4004; one that
 * is, without a checkpoint, is a report without scans.
 *
 * Checkpoints are in the time of their place, mostly with its offset. Answers of version 4 are read as
 * well, for its webhooks are still sent.
 */
import { subscribeWith } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials, registration } from './client.ts'
import { COURIERS } from './couriers.ts'
import { REGISTERED } from './errors.ts'
import { verifyPush } from './push.ts'
import { read } from './read.ts'

export const aftership = defineCarrier<Credentials>({
  id: 'aftership',
  name: 'AfterShip',
  proven: true,
  couriers: COURIERS,
  mapVersion: 1,
  // "Rate limit" in AfterShip's documentation: ten a second; fifty numbers in `tracking_numbers`.
  limits: { batch: 50, connections: 2, perSecond: 8, perDay: null },
  trackingUrl: (number) => `https://www.aftership.com/track/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  subscribe: subscribeWith(registration, 1, REGISTERED),
  verifyPush,
})
