/**
 * Shippo: an aggregator that has to be told the carrier of a number. A number may be asked about
 * without being registered; `subscribe` registers it, and Shippo then calls the webhook that a
 * merchant sets up once in its dashboard. Asking twice makes two calls of one event, which are one
 * scan here. A number that the carrier does not know (yet) is a track with the status UNKNOWN.
 */
import { subscribeWith, whereCourierIsKnown } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, carrierOf, credentials, REMEDY, registration } from './client.ts'
import { COURIERS } from './couriers.ts'
import { verifyPush } from './push.ts'
import { read } from './read.ts'

export const shippo = defineCarrier<Credentials>({
  id: 'shippo',
  name: 'Shippo',
  // Samples of its documentation alone.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // "Rate limits" in Shippo's documentation: 500 a minute live, 50 with a test token.
  limits: { batch: 1, connections: 4, perSecond: 8, perDay: null },
  trackingUrl: () => null,
  read,
  credentials,
  track: whereCourierIsKnown(carrierOf, REMEDY, trackWith(api)),
  subscribe: whereCourierIsKnown(carrierOf, REMEDY, subscribeWith(registration, 1)),
  verifyPush,
})
