/**
 * DTDC: its tracking API in JSON, one consignment a request. Actions are listed oldest first, with day
 * (DDMMYYYY) and time apart, on India's clocks within India. What comes after a return is of the way
 * back: DTDC uses the same codes there.
 *
 * Unproven: built from DTDC's documentation and the samples in it, not from recorded lives. The list
 * of all action codes is in a sheet of DTDC's that is not public. Answers in XML are not read.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, authenticate, credentials } from './client.ts'
import { read } from './read.ts'

export const dtdc = defineCarrier<Credentials>({
  id: 'dtdc',
  name: 'DTDC',
  proven: false,
  mapVersion: 1,
  // One consignment a request; no rate is published: low until it says 429.
  limits: { batch: 1, connections: 2, perSecond: 2, perDay: null },
  trackingUrl: (number) =>
    `https://txk.dtdc.com/ctbs-tracking/customerInterface.tr?submitName=showCITrackingDetails&cType=Consignment&cnNo=${encodeURIComponent(number)}`,
  read,
  credentials,
  authenticate,
  track: trackWith(api),
})
