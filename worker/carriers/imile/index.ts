/**
 * iMile: its Open API, one waybill a request, with a token got by customer ID and key. Each step has a
 * clock and, usually, how far it is from UTC.
 *
 * Unproven: built from public integrations of Open API 1.3 and published answers, not from recorded
 * lives. Accounts that sign with MD5 or SHA-256 cannot be connected yet. The push is not read: how it
 * is signed is not documented in public.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, authenticate, credentials } from './client.ts'
import { read } from './read.ts'

export const imile = defineCarrier<Credentials>({
  id: 'imile',
  name: 'iMile',
  proven: false,
  mapVersion: 1,
  // One waybill a request; no rate is published: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  // How its page takes a number is not documented.
  trackingUrl: () => null,
  read,
  credentials,
  authenticate,
  track: trackWith(api),
})
