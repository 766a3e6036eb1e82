/**
 * DHL: the API "Shipment Tracking - Unified", which speaks for all its divisions, number by number.
 * Each division has codes and words of its own (`codes/services.ts`), some an offset, most the wall
 * clock of the place. It does not say "out for delivery" but in words.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const dhl = defineCarrier<Credentials>({
  id: 'dhl',
  name: 'DHL',
  // Its recordings are samples of one or two events.
  proven: false,
  mapVersion: 1,
  // The starter plan of the Unified API: 250 calls a day, one in five seconds. More is granted by app.
  limits: { batch: 1, connections: 1, perSecond: 0.2, perDay: 250 },
  sample: '0000000000',
  trackingUrl: (number) =>
    `https://www.dhl.com/global-en/home/tracking.html?tracking-id=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
