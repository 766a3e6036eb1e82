/**
 * Landmark Global: the Track request of its API (version 2, XML), number by number. It hands parcels
 * over at a border: the delivering carrier and its number are a leg. Its clocks have no zone.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const landmark = defineCarrier<Credentials>({
  id: 'landmark',
  name: 'Landmark Global',
  proven: true,
  mapVersion: 1,
  // Landmark's documentation of the Track request: each package once an hour; no rate is stated.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) => `https://track.landmarkglobal.com/?search=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
