/**
 * DHL Paket (Germany): the API "Parcel DE Tracking" for business customers, twenty numbers a request,
 * in XML whose values are attributes. An event says what happened (ICE), why (RIC) and which of sixteen
 * standard events that is. Its clocks have no offset; they are Germany's but abroad.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const dhlParcelDe = defineCarrier<Credentials>({
  id: 'dhl-parcel-de',
  name: 'DHL Paket',
  proven: true,
  mapVersion: 1,
  // "Parcel DE Tracking": twenty numbers a request; its rate is not published, so this stays low until
  // it says 429.
  limits: { batch: 20, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
