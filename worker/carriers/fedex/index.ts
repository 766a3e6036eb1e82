/**
 * FedEx: the Track API (version 1), thirty numbers a request, and its webhook ("Advanced Integrated
 * Visibility"), which signs with the project's security token. Recorded answers of the Track API are
 * thin, those of the former web services, whose scans have the same codes, are whole lives: they are
 * read too. FedEx documents the webhook's signature and not its body; a parcel of the Track API's
 * answer is what is read.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { hasHmac } from '../push.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const fedex = defineCarrier<Credentials>({
  id: 'fedex',
  name: 'FedEx',
  proven: true,
  mapVersion: 1,
  // "Track by Tracking Number": thirty numbers. FedEx grants its quotas by project and account and
  // does not publish them; this stays low until it says 429.
  limits: { batch: 30, connections: 4, perSecond: 10, perDay: null },
  trackingUrl: (number) => `https://www.fedex.com/fedextrack/?trknbr=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
  verifyPush: (push, { webhook_token }) =>
    hasHmac(
      push,
      { header: 'fdx-signature', hash: 'SHA-256', encoding: 'base64' },
      webhook_token ?? '',
    ),
})
