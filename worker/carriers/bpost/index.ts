/**
 * bpost: the web service trackingInfo (XML, Basic), polled number by number. States have an offset and
 * no place; their words are the names of bpost's process steps, in English.
 *
 * Unproven: one recorded life of three states has been read, and bpost publishes no list of its codes.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const bpost = defineCarrier<Credentials>({
  id: 'bpost',
  name: 'bpost',
  proven: false,
  mapVersion: 1,
  // bpost publishes no rate: this stays low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://track.bpost.cloud/btr/web/#/search?itemCode=${encodeURIComponent(number)}&lang=en`,
  read,
  credentials,
  track: trackWith(api),
})
