/**
 * Correios (Brazil): the contract API "SRO Rastro", fifty objects a request. An event is a code with a
 * type; types were added over the years and one code covers opposite things, so the Portuguese words
 * decide where the table does not know the pair. Clocks are those of the place, by its state.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi } from './client.ts'
import { read } from './read.ts'

export const correios = defineCarrier<Credentials>({
  id: 'correios',
  name: 'Correios',
  proven: true,
  mapVersion: 1,
  // "Manual da API Rastro": fifty objects a request; no rate is stated: low until it says 429.
  limits: { batch: 50, connections: 2, perSecond: 5, perDay: null },
  trackingUrl: (number) =>
    `https://rastreamento.correios.com.br/app/index.php?objetos=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
