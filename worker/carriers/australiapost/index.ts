/**
 * Australia Post and StarTrack: the tracking call of its Shipping and Tracking API, ten numbers a
 * request. Events have words and no code; a consignment's articles are pieces of one number. Times
 * carry Australia's offset wherever they were made.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const australiapost = defineCarrier<Credentials>({
  id: 'australiapost',
  name: 'Australia Post',
  proven: true,
  mapVersion: 1,
  // Its documentation: ten numbers a request, ten requests a minute.
  limits: { batch: 10, connections: 1, perSecond: 10 / 60, perDay: null },
  sample: '0000000000',
  trackingUrl: (number) =>
    `https://auspost.com.au/mypost/track/details/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
