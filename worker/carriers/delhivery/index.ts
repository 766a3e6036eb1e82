/** Delhivery: the package tracking API, polled fifty numbers at a time. */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const delhivery = defineCarrier<Credentials>({
  id: 'delhivery',
  name: 'Delhivery',
  proven: true,
  mapVersion: 1,
  // Delhivery's API documentation: fifty waybills a request, 750 requests in five minutes; a rate
  // beyond it shuts the address out, so this stays below.
  limits: { batch: 50, connections: 2, perSecond: 2, perDay: null },
  sample: '0000000000000',
  trackingUrl: (number) => `https://www.delhivery.com/track/package/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
