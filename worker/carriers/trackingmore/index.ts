/**
 * TrackingMore: an aggregator. A number has to be registered (`subscribe`) before it can be read, and
 * costs a credit once; TrackingMore then asks the carrier every few hours and calls the webhook, which
 * a merchant sets up once in its dashboard. A number that is not registered is `not_found` with 4102;
 * one that is, without an event, is a report without scans.
 *
 * Times are the wall clocks of their places, without a zone. Answers and webhooks of version 2 are read
 * as well.
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

const BATCH = 40

export const trackingmore = defineCarrier<Credentials>({
  id: 'trackingmore',
  name: 'TrackingMore',
  // Built from its documentation and client libraries.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // "API request rate limit" in its documentation: ten requests a second, three of them to register.
  limits: { batch: BATCH, connections: 2, perSecond: 3, perDay: null },
  trackingUrl: (number) => `https://www.trackingmore.com/track/en/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  subscribe: subscribeWith(registration, BATCH, REGISTERED),
  verifyPush,
})
