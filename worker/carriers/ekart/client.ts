/** GET /api/v1/track/{id} of Ekart Elite. Ekart documents it as open: no account, no token. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** Nothing to enter. */
export const credentials = z.strictObject({})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Ekart',
  origin: () => 'https://app.elite.ekartlogistics.in',
  number: /^[A-Za-z0-9]{8,24}$/,
  ask: (parcels) => ({ path: `/api/v1/track/${parcels.map(({ number }) => number).join()}` }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
