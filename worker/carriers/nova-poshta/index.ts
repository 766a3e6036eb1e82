/**
 * Nova Poshta: a hundred documents a request, each with the one status it has now; the history grows
 * with every look. Errors come with HTTP status 200. Clocks are Ukraine's.
 *
 * Unproven: no recorded life has been read but a sample of the documentation; the codes are Nova
 * Poshta's own list.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const novaPoshta = defineCarrier<Credentials>({
  id: 'nova-poshta',
  name: 'Nova Poshta',
  proven: false,
  mapVersion: 1,
  // A hundred documents a request; no rate is published: this stays low until it says 429.
  limits: { batch: 100, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) => `https://novaposhta.ua/tracking/${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
