/**
 * Royal Mail: Tracking v2, polled number by number. Events have an offset, a code and the office's name.
 *
 * Unproven: no recorded life has been read but the sample of the documentation, one event long; the
 * codes are Royal Mail's own list.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const royalmail = defineCarrier<Credentials>({
  id: 'royalmail',
  name: 'Royal Mail',
  proven: false,
  mapVersion: 1,
  // Royal Mail grants its rate with a subscription: this stays low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 1, perDay: null },
  sample: 'ZZ000000000GB',
  trackingUrl: (number) =>
    `https://www.royalmail.com/track-your-item#/tracking-results/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
