/**
 * POST /dtdc-api/rest/JSONCnTrk/getTrackDetails, one consignment a request (`trkType=cnno`) with all
 * its actions (`addtnlDtl=Y`). The token comes as plain text for user and password in a query, and
 * goes into a header.
 */
import * as z from 'zod'
import { tokenOf, tokenWith } from '../auth.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect DTDC. */
export const credentials = z.strictObject({
  username: z.string().min(1).meta({
    description: 'User of the tracking API, like AB1234_trk_json; not the one for orders',
  }),
  password: z.string().min(1).meta({ description: 'Its password' }),
})
export type Credentials = z.infer<typeof credentials>

// DTDC's staging is left out: it takes the password without TLS.
const origin = () => 'https://blktracksvc.dtdc.com'

/** DTDC does not say how long a token lives. */
const TOKEN_SECONDS = 3600

export const authenticate = tokenWith<Credentials>({
  carrier: 'DTDC',
  origin,
  ask: ({ username, password }) => ({
    path: `/dtdc-api/api/dtdc/authenticate?${new URLSearchParams({ username, password })}`,
    headers: { accept: 'text/plain, application/json' },
  }),
  read,
  // `user:token`; a refusal in words has blanks in it.
  parse: (body) => body.trim(),
  answer: z
    .string()
    .regex(/^[\x21-\x7e]+:[\x21-\x7e]+$/)
    .transform((value) => ({ value, seconds: TOKEN_SECONDS })),
})

export const api: Api<Credentials> = {
  carrier: 'DTDC',
  origin,
  number: /^[A-Za-z0-9]{8,16}$/,
  ask: (parcels, access) => ({
    path: '/dtdc-api/rest/JSONCnTrk/getTrackDetails',
    headers: { 'X-Access-Token': tokenOf(access) },
    json: {
      trkType: 'cnno',
      strcnno: parcels.map(({ number }) => number).join(),
      addtnlDtl: 'Y',
    },
  }),
  read,
}
