/** A token for the posting card, and GET /srorastro/v1/objetos with up to fifty codes. */
import * as z from 'zod'
import { SECOND } from '../../lib/clock.ts'
import type { TokenApi } from '../auth.ts'
import { basic, bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect its contract with Correios. */
export const credentials = z.strictObject({
  user: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'User at "Meu Correios"' }),
  access_code: z
    .string()
    .min(1)
    .meta({ description: 'Access code for APIs, made at cws.correios.com.br' }),
  posting_card: z
    .string()
    .regex(/^\d{10}$/, '10 digits')
    .meta({ description: 'Number of the posting card (cartão de postagem)' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://api.correios.com.br',
  test: 'https://apihom.correios.com.br',
} as const

const originOf = ({ environment }: Credentials): string => ORIGINS[environment]

/** Both are wall clocks of one zone: their difference is how long the token lives. */
const token = z
  .object({ token: z.string().min(1), emissao: z.string(), expiraEm: z.string() })
  .transform(({ token, emissao, expiraEm }) => ({
    value: token,
    seconds: (Date.parse(`${expiraEm}Z`) - Date.parse(`${emissao}Z`)) / SECOND,
  }))
  .pipe(z.object({ value: z.string(), seconds: z.number().positive() }))

/** POST /token/v1/autentica/cartaopostagem. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'Correios',
  origin: originOf,
  ask: ({ user, access_code, posting_card }) => ({
    path: '/token/v1/autentica/cartaopostagem',
    headers: { authorization: basic(user, access_code) },
    json: { numero: posting_card },
  }),
  answer: token,
  read,
}

export const api: Api<Credentials> = {
  carrier: 'Correios',
  origin: originOf,
  number: /^[A-Z]{2}\d{9}[A-Z]{2}$/i,
  ask: (parcels, access) => ({
    path: `/srorastro/v1/objetos?${parcels.map(({ number }) => `codigosObjetos=${number}`).join('&')}&resultado=T`,
    headers: { authorization: bearer(access), 'accept-language': 'pt-BR' },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
  bounds: { timeout: 15_000, maxBytes: 2_000_000 },
}
