/**
 * Amazon Shipping: "getTracking" of the Selling Partner API's Shipping API (version 2), number by
 * number, with the carrier the label was bought from. Events have codes and no words, and say whether
 * they are of the way there or back. Unproven: built from Amazon's model and the samples of its
 * documentation.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const amazonShipping = defineCarrier<Credentials>({
  id: 'amazon-shipping',
  name: 'Amazon Shipping',
  proven: false,
  mapVersion: 1,
  // Amazon documents 80 requests a second, a burst of 100, by account and app; this stays below.
  limits: { batch: 1, connections: 4, perSecond: 20, perDay: null },
  trackingUrl: (number) => `https://track.amazon.com/tracking/${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
