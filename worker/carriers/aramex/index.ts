/**
 * Aramex: the JSON form of its tracking service, many waybills a request; answers of its SOAP form, in
 * XML and as others render them in JSON, are read as well. Instants come as WCF dates; where they come
 * without an offset they are wall clocks of the country that the place names.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const aramex = defineCarrier<Credentials>({
  id: 'aramex',
  name: 'Aramex',
  proven: true,
  mapVersion: 1,
  // The service takes a list and states no limit; low until it refuses.
  limits: { batch: 25, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.aramex.com/track/results?ShipmentNumber=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
