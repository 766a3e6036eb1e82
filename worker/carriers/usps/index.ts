/**
 * USPS: the Tracking API (version 3), number by number. An event's words say more than its code and
 * go first. Answers of the former Web Tools (XML) are read too.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const usps = defineCarrier<Credentials>({
  id: 'usps',
  name: 'USPS',
  proven: true,
  mapVersion: 1,
  // A new app has sixty calls an hour and asks for more; what it was granted USPS says with 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://tools.usps.com/go/TrackConfirmAction?tLabels=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
