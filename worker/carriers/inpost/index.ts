/**
 * InPost: the public tracking of ShipX (Poland, Italy), polled number by number, and its webhooks; the
 * group's newer API is read as well. Lockers: a parcel on its way to one is out for delivery, and waits
 * there until it is fetched. The recorded lives are of the shopper's app, which has the same statuses.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { verifyPush } from './push.ts'
import { read } from './read.ts'

export const inpost = defineCarrier<Credentials>({
  id: 'inpost',
  name: 'InPost',
  proven: true,
  mapVersion: 1,
  // InPost publishes no rate: this stays low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://inpost.pl/sledzenie-przesylek?number=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
  verifyPush,
})
