/**
 * GET /parcel/de/tracking/v0/shipments?xml={query}: the query "d-get-piece-detail" for business
 * customers, up to twenty numbers separated by semicolons, in English.
 */
import * as z from 'zod'
import { escapeXml } from '../../lib/xml.ts'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

const secret = z.string().min(1)

/** What a merchant enters to connect DHL Paket. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x39\x3b-\x7e]+$/, 'visible ASCII characters but the colon')
    .meta({ description: 'API key of an app with "Parcel DE Tracking" at developer.dhl.com' }),
  api_secret: secret.meta({ description: 'API secret of the same app' }),
  appname: secret.meta({
    description: 'User name for shipment tracking in the business customer portal ("zt…")',
  }),
  password: secret.meta({ description: 'Password of that user' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Source: the servers in the documentation of "Parcel DE Tracking". */
const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://api-eu.dhl.com',
  sandbox: 'https://api-sandbox.dhl.com',
}

export const api: Api<Credentials> = {
  carrier: 'DHL Paket',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^[A-Za-z0-9.]{4,40}$/,
  ask: (parcels, { credentials }) => {
    const { api_key, api_secret, appname, password } = credentials
    const query = {
      appname,
      password,
      request: 'd-get-piece-detail',
      'language-code': 'en',
      'piece-code': parcels.map(({ number }) => number).join(';'),
    }
    const attributes = Object.entries(query).map(([name, value]) => `${name}="${escapeXml(value)}"`)
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="no"?><data ${attributes.join(' ')}/>`
    return {
      path: `/parcel/de/tracking/v0/shipments?xml=${encodeURIComponent(xml)}`,
      headers: {
        authorization: basic(api_key, api_secret),
        'dhl-api-key': api_key,
        accept: 'application/xml',
      },
    }
  },
  read,
  // Its XML is read up to a quarter of a megabyte.
  bounds: { timeout: 10_000, maxBytes: 250_000 },
}
