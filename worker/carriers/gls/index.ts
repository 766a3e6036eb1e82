/**
 * GLS: "Track And Trace V1" of GLS Group, ten numbers a request. Events have a code, words and an
 * offset; GLS publishes few of the codes, so words speak for the others (`codes.ts`).
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials, tokenApi } from './client.ts'
import { read } from './read.ts'

export const gls = defineCarrier<Credentials>({
  id: 'gls',
  name: 'GLS',
  // Built from GLS's specification; its recordings are samples of two events.
  proven: false,
  mapVersion: 1,
  // "Track And Trace V1": ten numbers a request, 500 requests a day unless GLS grants more.
  limits: { batch: 10, connections: 1, perSecond: 1, perDay: 500 },
  trackingUrl: (number) => `https://gls-group.com/track?match=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
