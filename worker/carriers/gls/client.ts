/** A token, and up to ten numbers a request, in English. */
import * as z from 'zod'
import type { TokenApi } from '../auth.ts'
import { basic, bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect GLS. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({
      description: 'API key of an app with "Track And Trace V1" at dev-portal.gls-group.net',
    }),
  api_secret: z.string().min(1).meta({ description: 'API secret of the same app' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Source: the servers of "Track And Trace V1". */
const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://api.gls-group.net',
  sandbox: 'https://api-sandbox.gls-group.net',
}

const origin = ({ environment }: Credentials): string => ORIGINS[environment]

/** POST /oauth2/v2/token, OAuth 2.0 client credentials. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'GLS',
  origin,
  ask: ({ api_key, api_secret }) => ({
    path: '/oauth2/v2/token',
    headers: { authorization: basic(api_key, api_secret) },
    form: { grant_type: 'client_credentials' },
  }),
  read,
}

/** GET /track-and-trace-v1/tracking/simple/trackids/{number},{number}… */
export const api: Api<Credentials> = {
  carrier: 'GLS',
  origin,
  number: /^\w{6,20}$/,
  ask: (parcels, access) => ({
    path: `/track-and-trace-v1/tracking/simple/trackids/${parcels.map(({ number }) => number).join(',')}`,
    headers: { authorization: bearer(access), 'accept-language': 'EN' },
  }),
  read,
}
