/**
 * Ship24: an aggregator. A number has to be registered (`subscribe`) before it can be read; Ship24 then
 * asks the carriers by itself and calls the webhook, which a merchant sets up once in its dashboard. A
 * number it has no tracker for is `not_found` with `tracker_not_found`; one it has, without an event,
 * is a report without scans.
 *
 * Times are as the carrier wrote them, most without an offset: wall clocks. Only the milestone of an
 * event is always there; it is the shipment's at the time of the event.
 */
import { subscribeWith } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, credentials, registration } from './client.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

const BEARER = /^Bearer\s+(\S+)$/i

export const ship24 = defineCarrier<Credentials>({
  id: 'ship24',
  name: 'Ship24',
  // Examples of its published API description alone.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // "Rate limits" in Ship24's documentation: ten requests a second; a hundred trackers a bulk request.
  limits: { batch: 1, connections: 4, perSecond: 8, perDay: null },
  trackingUrl: (number) => `https://www.ship24.com/tracking?p=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  subscribe: subscribeWith(registration, 100),
  // Its calls repeat the webhook secret as a bearer token.
  verifyPush: ({ headers }, { webhook_secret }) =>
    sameSecret(BEARER.exec(headers.get('authorization') ?? '')?.[1] ?? null, webhook_secret ?? ''),
})
