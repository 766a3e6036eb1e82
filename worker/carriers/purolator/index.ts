/**
 * Purolator: TrackPackagesByPin of E-Ship Web Services (SOAP). Types of scans are few and coarse, so
 * the words go first. Unproven: the one recorded answer is Purolator's own example, of a single event.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const purolator = defineCarrier<Credentials>({
  id: 'purolator',
  name: 'Purolator',
  proven: false,
  mapVersion: 1,
  // The service takes several numbers and states neither how many nor a rate: both stay low.
  limits: { batch: 10, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.purolator.com/en/shipping/tracker?pin=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
