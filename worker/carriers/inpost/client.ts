/** GET /v1/tracking/{number} (ShipX), one number per request; it is public. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect InPost. */
export const credentials = z.strictObject({
  market: z
    .enum(['PL', 'IT'])
    .default('PL')
    .meta({ description: 'Country of the InPost account: its parcels are known there alone' }),
  webhook_secret: z.string().min(16).optional().meta({
    description:
      'Secret of the webhook: the key of its signature, or, for ShipX, which signs nothing, the parameter "secret" of the callback URL',
  }),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['market'], string>> = {
  PL: 'https://api-shipx-pl.easypack24.net',
  IT: 'https://api-shipx-it.easypack24.net',
}

export const api: Api<Credentials> = {
  carrier: 'InPost',
  origin: ({ market }) => ORIGINS[market],
  number: /^[A-Za-z0-9]{9,30}$/,
  ask: (parcels) => ({ path: `/v1/tracking/${parcels.map(({ number }) => number).join()}` }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
