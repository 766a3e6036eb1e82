/**
 * Blue Dart: the tracking of its API gateway, which answers what its older servlet answers. Scans are
 * listed newest first, on India's clocks, at service centres. A parcel that goes back keeps its number
 * and has scans of the type RT, or gets a new number.
 *
 * Unproven: built from Blue Dart's documentation as integrations repeat it and from answers they have
 * published, not from recorded lives.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, authenticate, credentials } from './client.ts'
import { read } from './read.ts'

export const blueDart = defineCarrier<Credentials>({
  id: 'blue-dart',
  name: 'Blue Dart',
  proven: false,
  mapVersion: 1,
  // Neither how many numbers a request may have nor a rate is published: low until it says 429.
  limits: { batch: 10, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.bluedart.com/web/guest/trackdartresultthirdparty?trackFor=0&trackNo=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate,
  track: trackWith(api),
})
