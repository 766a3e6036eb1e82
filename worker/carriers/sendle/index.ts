/**
 * Sendle: the tracking API of its partners' accounts, number by number. Its answer does not repeat the
 * number. `Info` events say what they are in words alone. Whether its service goes on was not known
 * when this was written.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const sendle = defineCarrier<Credentials>({
  id: 'sendle',
  name: 'Sendle',
  proven: true,
  mapVersion: 1,
  // Sendle publishes no rate: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) => `https://track.sendle.com/tracking?ref=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
