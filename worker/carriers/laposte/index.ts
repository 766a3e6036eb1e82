/**
 * La Poste: the API "Suivi v2", ten numbers a request, also for Colissimo and Chronopost numbers.
 * Events carry an offset and no place. Its words come in one language per request: French, for they
 * are what its customers know.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const laposte = defineCarrier<Credentials>({
  id: 'laposte',
  name: 'La Poste',
  proven: true,
  mapVersion: 1,
  // "Suivi v2" in La Poste's developer documentation: ten numbers a request; its rate is granted by
  // key and not published, so this stays low until it says 429.
  limits: { batch: 10, connections: 2, perSecond: 5, perDay: null },
  sample: '0A00000000000',
  trackingUrl: (number) =>
    `https://www.laposte.fr/outils/suivre-vos-envois?code=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
