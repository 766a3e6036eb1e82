/** A token for the partner, and POST /std/service with the service's code and its question as JSON text. */
import * as z from 'zod'
import type { TokenApi } from '../auth.ts'
import { tokenOf } from '../auth.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect SF Express. */
export const credentials = z.strictObject({
  partner_id: z.string().min(1).meta({ description: 'Customer code at open.sf-express.com' }),
  check_word: z.string().min(1).meta({ description: 'Its check word (secret)' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://sfapi.sf-express.com',
  test: 'https://sfapi-sbox.sf-express.com',
} as const

const originOf = ({ environment }: Credentials): string => ORIGINS[environment]

const token = z
  .object({ accessToken: z.string().min(1), expiresIn: z.coerce.number().positive() })
  .transform(({ accessToken, expiresIn }) => ({ value: accessToken, seconds: expiresIn }))

/** POST /oauth2/accessToken. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'SF Express',
  origin: originOf,
  ask: ({ partner_id, check_word }) => ({
    path: '/oauth2/accessToken',
    form: { partnerID: partner_id, secret: check_word, grantType: 'password' },
  }),
  answer: token,
  read,
}

export const api: Api<Credentials> = {
  carrier: 'SF Express',
  origin: originOf,
  number: /^[A-Za-z0-9]{8,30}$/,
  ask: (parcels, access) => ({
    path: '/std/service',
    form: {
      partnerID: access.credentials.partner_id,
      requestID: crypto.randomUUID(),
      serviceCode: 'EXP_RECE_SEARCH_ROUTES',
      timestamp: String(access.now),
      accessToken: tokenOf(access),
      msgData: JSON.stringify({
        // English.
        language: '1',
        // By waybill, all routes.
        trackingType: '1',
        methodType: '1',
        trackingNumber: parcels.map(({ number }) => number),
      }),
    },
  }),
  read,
}
