/**
 * Hermes Germany: the Hermes Shipping Interface, a hundred numbers a request. Statuses have a code, an
 * offset and the place that scanned; a code may take the one before it back.
 */
import { tokenWith } from '../auth.ts'
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import { api, tokenApi } from './client.ts'
import type { Credentials } from './credentials.ts'
import { credentials } from './credentials.ts'
import { read } from './read.ts'

export const hermes = defineCarrier<Credentials>({
  id: 'hermes',
  name: 'Hermes',
  // Built from Hermes' specification and list of codes; its recording is a sample.
  proven: false,
  mapVersion: 1,
  // The specification takes up to a hundred numbers; its rate is not published, so this stays low
  // until it says 429.
  limits: { batch: 100, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate: tokenWith(tokenApi),
  track: trackWith(api),
})
