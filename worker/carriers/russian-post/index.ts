/**
 * Russian Post: the single access of its tracking service (SOAP), polled number by number; answers of the
 * batch access are read too. An operation is a pair of type and attribute, and has an offset.
 *
 * Unproven: no recorded life has been read but a sample of the documentation; the codes are Russian
 * Post's own list.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const russianPost = defineCarrier<Credentials>({
  id: 'russian-post',
  name: 'Russian Post',
  proven: false,
  mapVersion: 1,
  // A hundred requests a day without a contract.
  limits: { batch: 1, connections: 1, perSecond: 1, perDay: 100 },
  trackingUrl: (number) => `https://www.pochta.ru/tracking?barcode=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
