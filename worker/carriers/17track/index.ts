/**
 * 17TRACK: an aggregator. A number has to be registered (`subscribe`) before it can be read, and costs
 * quota once; 17TRACK then asks the carrier by itself and calls the webhook, which a merchant sets up
 * once in its dashboard. A number that is not registered is `not_found` with -18019902; one that is,
 * and of which the carrier knows nothing yet, with -18019909, or a report without scans.
 *
 * Events keep the offset of their place. The latest status may be stale, or contradict the events:
 * it speaks only where there are none.
 */
import { subscribeWith } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { credentials, registration, tracking } from './client.ts'
import { COURIERS } from './couriers.ts'
import { REGISTERED } from './errors.ts'
import { verifyPush } from './push.ts'
import { read } from './read.ts'

const BATCH = 40

export const seventeentrack = defineCarrier<Credentials>({
  id: '17track',
  name: '17TRACK',
  // Samples of its documentation and of integrations, no recorded life.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // "Request frequency" in the documentation of API v2.2: three requests a second, forty numbers each.
  limits: { batch: BATCH, connections: 2, perSecond: 3, perDay: null },
  trackingUrl: (number) => `https://t.17track.net/en#nums=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(tracking),
  subscribe: subscribeWith(registration, BATCH, REGISTERED),
  verifyPush,
})
