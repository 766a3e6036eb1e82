/**
 * DHL Express: the MyDHL API, fifty numbers a request. Events have a type code, the wall clock of
 * their service area and, asked for, its offset; a service area names its country, so that without an
 * offset the zone mostly follows. The answers of the former XML services are read as well.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const mydhl = defineCarrier<Credentials>({
  id: 'mydhl',
  name: 'DHL Express',
  proven: true,
  mapVersion: 1,
  // The specification takes up to 200 numbers; fifty keep the answer below some 500 KB. DHL publishes
  // no rate for production (500 calls a day for tests): this stays low until it says 429.
  limits: { batch: 50, connections: 2, perSecond: 5, perDay: null },
  sample: '0000000000',
  trackingUrl: (number) =>
    `https://www.dhl.com/global-en/home/tracking/tracking-express.html?submit=1&tracking-id=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
