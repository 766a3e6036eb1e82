/**
 * Flash Express: the batch tracking of its open API, in Thailand and the Philippines. Each request is
 * signed, success is a code in the body whatever the status. A parcel that goes back gets another
 * number, under which the same events mean the way to the sender. Its webhooks are not read: they want
 * an answer of their own, and sign nothing of what they say.
 *
 * Unproven: built from its open API documentation, not from recorded lives.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const flash = defineCarrier<Credentials>({
  id: 'flash',
  name: 'Flash Express',
  proven: false,
  mapVersion: 1,
  // `pnos` takes 500 characters. No rate is published: low until it refuses.
  limits: { batch: 20, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.flashexpress.com/fle/tracking?se=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
