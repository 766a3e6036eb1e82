/**
 * Xpressbees: the tracking of its platform for merchants (shipment.xpressbees.com), one number a
 * request, events on India's clocks. Which way a parcel goes is in the code alone: the words of the way
 * back are those of the way there.
 *
 * Unproven: built from the requests of public integrations and from published answers of this form,
 * some of them NimbusPost's, whose interface it shares; not from recorded lives. The interface for
 * large senders is another one and is not asked.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, authenticate, credentials } from './client.ts'
import { read } from './read.ts'

export const xpressbees = defineCarrier<Credentials>({
  id: 'xpressbees',
  name: 'Xpressbees',
  proven: false,
  mapVersion: 1,
  // One number a request; no rate is published: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.xpressbees.com/shipment/tracking?awbNo=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate,
  track: trackWith(api),
})
