/**
 * J&T Express: the tracking of its open platform, which each country runs for itself, with codes of its
 * own. Times are wall clocks; only where a scan names its offset is the instant known, for a sample of
 * Mexico's is on China's clock. Its pushes are not read: they want an answer of their own. Indonesia's
 * and the Philippines' older interfaces are not spoken.
 *
 * Unproven: built from the platforms' documentation as integrations repeat it, not from recorded lives.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const jtExpress = defineCarrier<Credentials>({
  id: 'jt-express',
  name: 'J&T Express',
  proven: false,
  mapVersion: 1,
  // Malaysia takes one waybill a request, the others thirty. No rate is published: low until it refuses.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  // Each country has its own page, and a number does not say which.
  trackingUrl: () => null,
  read,
  credentials,
  track: trackWith(api),
})
