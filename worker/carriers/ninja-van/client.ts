/** A token for the client, and GET /{country}/1.0/orders/tracking-events/{number}. */
import * as z from 'zod'
import type { TokenApi } from '../auth.ts'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

const COUNTRIES = ['id', 'my', 'ph', 'sg', 'th', 'vn'] as const

/** What a merchant enters to connect Ninja Van. */
export const credentials = z.strictObject({
  client_id: z.string().min(1).meta({ description: 'Client ID at Ninja Dashboard › IT settings' }),
  client_key: z
    .string()
    .min(1)
    .meta({ description: 'Its client key (secret), which also signs the webhooks' }),
  country: z.enum(COUNTRIES).meta({ description: 'Country of the account' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://api.ninjavan.co',
  sandbox: 'https://api-sandbox.ninjavan.co',
} as const

const originOf = ({ environment }: Credentials): string => ORIGINS[environment]

/** The sandbox has Singapore alone, whatever the account's country. */
const countryOf = ({ country, environment }: Credentials): string =>
  environment === 'sandbox' ? 'sg' : country

/** POST /{country}/2.0/oauth/access_token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'Ninja Van',
  origin: originOf,
  ask: (credentials) => ({
    path: `/${countryOf(credentials)}/2.0/oauth/access_token`,
    json: {
      client_id: credentials.client_id,
      client_secret: credentials.client_key,
      grant_type: 'client_credentials',
    },
  }),
  read,
}

export const api: Api<Credentials> = {
  carrier: 'Ninja Van',
  origin: originOf,
  number: /^[A-Za-z0-9-]{6,40}$/,
  ask: (parcels, access) => ({
    path: `/${countryOf(access.credentials)}/1.0/orders/tracking-events/${parcels.map(({ number }) => number).join()}`,
    headers: { authorization: bearer(access) },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}

/** Its numbers name their country behind NV; the page of Singapore finds others too. */
export function trackingUrl(number: string): string {
  const written = /^NV(ID|MY|PH|SG|TH|VN)/i.exec(number)?.[1] ?? 'sg'
  return `https://www.ninjavan.co/en-${written.toLowerCase()}/tracking?id=${encodeURIComponent(number)}`
}
