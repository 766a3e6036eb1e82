/**
 * Thailand Post: the Track & Trace API, number by number, for its limit counts numbers and not
 * requests. Years are Buddhist, times carry Thailand's offset, items are keyed by their barcode. Built
 * from its documentation and its one sample: unproven.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi } from './client.ts'
import { read } from './read.ts'

export const thailandPost = defineCarrier<Credentials>({
  id: 'thailand-post',
  name: 'Thailand Post',
  proven: false,
  mapVersion: 1,
  // `track_count_limit` in its sample: 1,500 numbers a day.
  limits: { batch: 1, connections: 2, perSecond: 5, perDay: 1500 },
  trackingUrl: (number) =>
    `https://track.thailandpost.co.th/?trackNumber=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
