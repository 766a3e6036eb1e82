/**
 * GET /api/shipments2/track/{awb} of Xpressbees' platform for merchants, one number a request. The
 * token is got with the account's e-mail and password.
 */
import * as z from 'zod'
import { bearer, tokenWith } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Xpressbees. */
export const credentials = z.strictObject({
  email: z.email().meta({ description: 'E-mail of the account at shipment.xpressbees.com' }),
  password: z.string().min(1).meta({ description: 'Its password' }),
})
export type Credentials = z.infer<typeof credentials>

const origin = () => 'https://shipment.xpressbees.com'

/** Xpressbees does not say how long a token lives; integrations keep it for hours. */
const TOKEN_SECONDS = 3600

export const authenticate = tokenWith<Credentials>({
  carrier: 'Xpressbees',
  origin,
  ask: ({ email, password }) => ({ path: '/api/users/login', json: { email, password } }),
  read,
  answer: z
    .object({ data: z.string().min(1) })
    .transform(({ data }) => ({ value: data, seconds: TOKEN_SECONDS })),
})

export const api: Api<Credentials> = {
  carrier: 'Xpressbees',
  origin,
  number: /^[A-Za-z0-9]{8,20}$/,
  ask: (parcels, access) => ({
    path: `/api/shipments2/track/${parcels.map(({ number }) => number).join()}`,
    headers: { authorization: bearer(access) },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
