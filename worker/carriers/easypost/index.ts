/**
 * EasyPost: an aggregator. A number has to be registered (`subscribe`) before it can be read; EasyPost
 * then asks the carrier by itself and calls the webhook, which a merchant sets up once in its
 * dashboard. A number it has no tracker for is `not_found` with `NOT_FOUND`; one it has, without a
 * scan, is a report without scans.
 *
 * Events keep the carrier's instant. What EasyPost knows of an event is a status and a detail; where
 * the carrier's words say more plainly where the parcel is, they go before.
 */
import { subscribeWith } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { hasHmac } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, credentials, registration } from './client.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** "Webhook HMAC Validation" in EasyPost's documentation: over the body, the secret in Unicode's NFKD. */
const SIGNATURE = {
  header: 'x-hmac-signature',
  hash: 'SHA-256',
  encoding: 'hex',
  prefix: 'hmac-sha256-hex=',
} as const

export const easypost = defineCarrier<Credentials>({
  id: 'easypost',
  name: 'EasyPost',
  // Recorded in test mode alone: labels, no parcel's life.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // Five requests a second on lists is documented; a page holds twenty trackers unless asked
  // otherwise, which the batch does not document.
  limits: { batch: 20, connections: 2, perSecond: 4, perDay: null },
  trackingUrl: () => null,
  read,
  credentials,
  track: trackWith(api),
  subscribe: subscribeWith(registration, 1),
  verifyPush: (push, { webhook_secret }) =>
    hasHmac(push, SIGNATURE, (webhook_secret ?? '').normalize('NFKD')),
})
