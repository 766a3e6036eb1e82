/**
 * ShipEngine (now ShipStation API): an aggregator that has to be told the carrier of a number. A number
 * may be asked about without being registered. Its webhook calls can be read, and are not taken: they
 * are signed with keys that would have to be fetched for each call.
 *
 * An event has two clocks, UTC's and the place's; the latter often has a `Z` that it should not have.
 * Many events have no status at all, and none is for certain: EX stands on parcels that are on time, UN
 * on ordinary scans. Then the carrier's words speak. The header may be older than the events.
 */
import { whereCourierIsKnown } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, carrierOf, credentials, REMEDY } from './client.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

export const shipengine = defineCarrier<Credentials>({
  id: 'shipengine',
  name: 'ShipEngine',
  // Samples of its client library and of a connector, no recorded life.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // "Rate limits" in its documentation: two hundred requests a minute.
  limits: { batch: 1, connections: 2, perSecond: 3, perDay: null },
  trackingUrl: () => null,
  read,
  credentials,
  track: whereCourierIsKnown(carrierOf, REMEDY, trackWith(api)),
})
