/**
 * Ekart: the tracking of Ekart Elite, its platform for merchants, one number a request and open to
 * all. Events are instants; which way a parcel goes is in the status ("RTO …").
 *
 * Unproven: built from the API document of Ekart Elite as integrations repeat it, not from recorded
 * lives. Its webhook is not read, for how it is signed is not documented in public. Numbers of parcels
 * that Flipkart sends are not Elite's.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const ekart = defineCarrier<Credentials>({
  id: 'ekart',
  name: 'Ekart',
  proven: false,
  mapVersion: 1,
  // One number a request; no rate is published, and who asks is not known: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://app.elite.ekartlogistics.in/track/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
