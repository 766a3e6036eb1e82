/** UPS: the Track API, polled number by number, and Track Alert, which pushes. */
import { constantTimeEqual } from '../../lib/hmac.ts'
import type { Push } from '../contract.ts'
import { defineCarrier } from '../contract.ts'
import { authenticate, track } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const ups = defineCarrier<Credentials>({
  id: 'ups',
  name: 'UPS',
  mapVersion: 1,
  // UPS publishes no rates and grants them by account; this stays low until it says 429.
  limits: { batch: 1, connections: 4, perSecond: 10, perDay: null },
  trackingUrl: (number) =>
    `https://www.ups.com/track?loc=en_US&tracknum=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate,
  track,
  verifyPush,
})

/** Track Alert repeats the subscription's secret in the header `credential`. */
async function verifyPush(push: Push, { webhook_credential }: Credentials): Promise<boolean> {
  const given = push.headers.get('credential')
  if (given === null || webhook_credential === undefined) return false
  return constantTimeEqual(given, webhook_credential)
}
