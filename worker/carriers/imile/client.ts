/**
 * POST /client/track/getOne of iMile's Open API 1.3, one waybill a request (`orderType` 1) in English
 * (`language` 2). Every request is an envelope around its parameters. Accounts sign with `SimpleKey`:
 * the key itself stands for the signature.
 */
import * as z from 'zod'
import { tokenOf, tokenWith } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Access, Token } from '../contract.ts'
import { read } from './read.ts'

/** What a merchant enters to connect iMile. */
export const credentials = z.strictObject({
  customer_id: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'Customer ID of the iMile account, like C21000000' }),
  secret_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'Its secret key, for the signature method SimpleKey' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://openapi.imile.com',
  test: 'https://openapi.52imile.cn',
} as const

const origin = ({ environment }: Credentials): string => ORIGINS[environment]

const envelope = ({ customer_id, secret_key }: Credentials, now: number, param: object) => ({
  customerId: customer_id,
  sign: secret_key,
  signMethod: 'SimpleKey',
  format: 'json',
  version: '1.0.0',
  timestamp: now,
  timeZone: '+0',
  param,
})

const granted = z
  .object({
    data: z.object({
      accessToken: z.string().min(1),
      // Documented as two hours.
      expiresIn: z.coerce.number().positive().catch(7200),
    }),
  })
  .transform(({ data }) => ({ value: data.accessToken, seconds: data.expiresIn }))

export const authenticate = (access: Access<Credentials>): Promise<Token> =>
  tokenWith<Credentials>({
    carrier: 'iMile',
    origin,
    ask: (credentials) => ({
      path: '/auth/accessToken/grant',
      json: envelope(credentials, access.now, { grantType: 'clientCredential' }),
    }),
    read,
    answer: granted,
  })(access)

export const api: Api<Credentials> = {
  carrier: 'iMile',
  origin,
  number: /^[A-Za-z0-9]{8,30}$/,
  ask: (parcels, access) => ({
    path: '/client/track/getOne',
    json: {
      ...envelope(access.credentials, access.now, {
        orderType: '1',
        language: '2',
        orderNo: parcels.map(({ number }) => number).join(),
      }),
      accessToken: tokenOf(access),
    },
  }),
  read,
}
