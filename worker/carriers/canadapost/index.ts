/** Canada Post: Get Tracking Details, polled number by number. */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const canadapost = defineCarrier<Credentials>({
  id: 'canadapost',
  name: 'Canada Post',
  proven: true,
  mapVersion: 1,
  // Canada Post publishes no rate and sets one by key, over a minute: this stays at one request in a
  // quarter of a second until it says "Rejected by SLM Monitor".
  limits: { batch: 1, connections: 4, perSecond: 4, perDay: null },
  sample: '0000000000000000',
  trackingUrl: (number) =>
    `https://www.canadapost-postescanada.ca/track-reperage/en#/details/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
