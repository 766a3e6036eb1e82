/**
 * Ninja Van: the tracking events of its order API, number by number, in the account's country, and its
 * webhooks of both versions, signed with the client key. An event has a status and, in version 2, says
 * it more closely; a parcel on its way back has the same events under `is_parcel_on_rts_leg`. Ninja
 * Van switches the tracking call on for an account when asked.
 *
 * Unproven: built from its API documentation as integrations repeat it, not from recorded lives.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { hasHmac } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi, trackingUrl } from './client.ts'
import { read } from './read.ts'

export const ninjaVan = defineCarrier<Credentials>({
  id: 'ninja-van',
  name: 'Ninja Van',
  proven: false,
  mapVersion: 1,
  // No rate is published: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
  verifyPush: (push, { client_key }) =>
    hasHmac(
      push,
      { header: 'X-Ninjavan-Hmac-Sha256', hash: 'SHA-256', encoding: 'base64' },
      client_key,
    ),
})
