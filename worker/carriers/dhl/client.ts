/** GET /track/shipments?trackingNumber={number}: one number a request, in English. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect DHL. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({
      description: 'API key of an app with "Shipment Tracking - Unified" at developer.dhl.com',
    }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'DHL',
  origin: () => 'https://api-eu.dhl.com',
  ask: (parcels, { credentials }) => ({
    path: `/track/shipments?trackingNumber=${parcels.map(({ number }) => encodeURIComponent(number)).join()}&language=en`,
    headers: { 'dhl-api-key': credentials.api_key },
  }),
  read,
  byStatus: statuses({ 400: 'invalid_number', 404: 'not_found' }),
  // "1 call every 5 seconds" on the starter plan.
  throttledFor: 5,
}
