/**
 * Naqel: TraceByWaybillNo of its SOAP service, one waybill a request, activities in English, on the
 * clocks of stations in several countries.
 *
 * Unproven: built from requests and field names of public integrations, not from recorded lives. The
 * full list of event codes and the words of errors are in a document Naqel gives to its customers.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const naqel = defineCarrier<Credentials>({
  id: 'naqel',
  name: 'Naqel',
  proven: false,
  mapVersion: 1,
  // One waybill a request; no rate is published: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  // Its page takes no number from the address.
  trackingUrl: () => null,
  read,
  credentials,
  track: trackWith(api),
})
