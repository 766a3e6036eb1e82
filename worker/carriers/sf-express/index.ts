/**
 * SF Express: route queries (EXP_RECE_SEARCH_ROUTES) of its open platform, ten numbers a request. The
 * answer lies as a text within the answer. Routes carry Beijing's clock. A waybill of another sender is
 * answered only with digits of a phone, which are not at hand: it has no routes then.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi } from './client.ts'
import { read } from './read.ts'

export const sfExpress = defineCarrier<Credentials>({
  id: 'sf-express',
  name: 'SF Express',
  proven: false,
  mapVersion: 1,
  // "Up to ten waybills"; thirty requests a second for a partner, this stays below.
  limits: { batch: 10, connections: 2, perSecond: 10, perDay: null },
  trackingUrl: (number) =>
    `https://www.sf-express.com/we/ow/chn/en/waybill/waybill-detail/${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
