/**
 * PostNL: Shippingstatus v2, polled number by number, only for parcels of the merchant's own customer
 * number. Events have a code and a wall clock of the Netherlands, and no place but a number.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const postnl = defineCarrier<Credentials>({
  id: 'postnl',
  name: 'PostNL',
  proven: true,
  mapVersion: 1,
  // PostNL publishes no rate and asks for "useful intervals": this stays low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  sample: '3STEST000000000',
  trackingUrl: (number) => `https://jouw.postnl.nl/track-and-trace/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
