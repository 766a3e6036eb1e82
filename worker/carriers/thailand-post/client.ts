/** A short token for the account's key, and POST /post/api/v1/track. */
import * as z from 'zod'
import { DAY, SECOND } from '../../lib/clock.ts'
import type { TokenApi } from '../auth.ts'
import { tokenOf } from '../auth.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Thailand Post. */
export const credentials = z.strictObject({
  key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'Token made at track.thailandpost.co.th › Developer guide' }),
})
export type Credentials = z.infer<typeof credentials>

const originOf = (): string => 'https://trackapi.thailandpost.co.th'

/** Seconds: it lives for a month; a day is enough, and spares reading its end. */
const LIVES = DAY / SECOND

const token = z
  .object({ token: z.string().min(1) })
  .transform(({ token }) => ({ value: token, seconds: LIVES }))

/** POST /post/api/v1/authenticate/token, the key in the header. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'Thailand Post',
  origin: originOf,
  ask: ({ key }) => ({
    path: '/post/api/v1/authenticate/token',
    method: 'POST',
    headers: { authorization: `Token ${key}` },
    json: {},
  }),
  answer: token,
}

export const api: Api<Credentials> = {
  carrier: 'Thailand Post',
  origin: originOf,
  number: /^[A-Z]{2}\d{9}TH$|^[A-Z0-9]{9,20}$/i,
  ask: (parcels, access) => ({
    path: '/post/api/v1/track',
    headers: { authorization: `Token ${tokenOf(access)}` },
    json: { status: 'all', language: 'TH', barcode: parcels.map(({ number }) => number) },
  }),
  read,
}
