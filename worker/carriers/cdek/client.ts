/** A token, then GET /v2/orders?cdek_number={number}, one number per request. */
import * as z from 'zod'
import type { TokenApi } from '../auth.ts'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect CDEK. */
export const credentials = z.strictObject({
  account: z.string().min(1).meta({
    description: 'Account ("Идентификатор") of the integration, from the CDEK account',
  }),
  secure_password: z.string().min(1).meta({
    description: 'Secure password ("Пароль") of that integration',
  }),
  environment: z.enum(['production', 'test']).default('production'),
  webhook_secret: z.string().min(16).optional().meta({
    description:
      'Secret of the webhook: CDEK signs nothing, so it stands in the callback URL as the parameter "secret"',
  }),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://api.cdek.ru',
  test: 'https://api.edu.cdek.ru',
}

const originOf = ({ environment }: Credentials): string => ORIGINS[environment]

/** OAuth 2.0 client credentials in the form, an hour's token. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'CDEK',
  origin: originOf,
  ask: ({ account, secure_password }) => ({
    path: '/v2/oauth/token',
    form: {
      grant_type: 'client_credentials',
      client_id: account,
      client_secret: secure_password,
    },
  }),
  read,
}

export const api: Api<Credentials> = {
  carrier: 'CDEK',
  origin: originOf,
  number: /^\d{5,20}$/,
  ask: (parcels, access) => ({
    path: `/v2/orders?cdek_number=${parcels.map(({ number }) => number).join()}`,
    headers: { authorization: bearer(access) },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
