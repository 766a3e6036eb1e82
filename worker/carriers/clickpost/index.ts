/**
 * ClickPost: an aggregator, mostly of couriers in India, that has to be told the courier of a waybill by
 * a number of its own. Waybills made at ClickPost are known there; others have to be registered
 * (`subscribe`). Its webhook, set up once in its dashboard, is called event by event, in no order.
 *
 * Timestamps are India's, also where they have a `Z`. What failed an attempt stands beside the scans.
 */
import { subscribeWith, whereCourierIsKnown } from '../aggregator.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'
import { api, courierNumber, credentials, REMEDY, registration } from './client.ts'
import { COURIERS } from './couriers.ts'
import { REGISTERED } from './errors.ts'
import { read } from './read.ts'

export const clickpost = defineCarrier<Credentials>({
  id: 'clickpost',
  name: 'ClickPost',
  // Samples of its documentation alone.
  proven: false,
  couriers: COURIERS,
  mapVersion: 1,
  // Ten waybills of one courier a request are documented; a rate is not, so this stays low.
  limits: { batch: 1, connections: 2, perSecond: 3, perDay: null },
  trackingUrl: () => null,
  read,
  credentials,
  track: whereCourierIsKnown(courierNumber, REMEDY, trackWith(api)),
  subscribe: whereCourierIsKnown(courierNumber, REMEDY, subscribeWith(registration, 1, REGISTERED)),
  // "webhook_key given during webhooks register": in a header, or in the webhook's URL.
  verifyPush: ({ headers, query }, { webhook_secret }) =>
    sameSecret(headers.get('webhook_key') ?? query.get('key'), webhook_secret ?? ''),
})
