/**
 * DPD (Belgium, the Netherlands, Germany): the ParcelLifeCycleService, SOAP, one parcel a request
 * under a token of the LoginService. It tells the stages of a parcel in words, also those not reached
 * yet, with the wall clock of the depot in the form of the language.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const dpd = defineCarrier<Credentials>({
  id: 'dpd',
  name: 'DPD',
  proven: true,
  mapVersion: 1,
  // One parcel a request; DPD asks for moderation and states no rate, so this stays low.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.dpdgroup.com/be/mydpd/my-parcels/track?lang=en&parcelNumber=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
