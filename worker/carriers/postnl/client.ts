/** GET /shipment/v2/status/barcode/{barcode}?detail=true, one number per request, in Dutch. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect PostNL. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key from the PostNL developer portal, for "Shippingstatus"' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://api.postnl.nl',
  sandbox: 'https://api-sandbox.postnl.nl',
}

export const api: Api<Credentials> = {
  carrier: 'PostNL',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^[A-Za-z0-9]{6,35}$/,
  ask: (parcels, { credentials }) => ({
    path: `/shipment/v2/status/barcode/${parcels.map(({ number }) => number).join()}?detail=true`,
    headers: { apikey: credentials.api_key },
  }),
  read,
}
