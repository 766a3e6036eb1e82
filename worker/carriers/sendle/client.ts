/** GET /api/tracking/{ref}, HTTP Basic with the Sendle ID and an API key. */
import * as z from 'zod'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Sendle. */
export const credentials = z.strictObject({
  sendle_id: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'Sendle ID, under Settings › Integrations' }),
  api_key: z.string().min(1).meta({ description: 'API key beside it' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://api.sendle.com',
  sandbox: 'https://sandbox.sendle.com',
} as const

export const api: Api<Credentials> = {
  carrier: 'Sendle',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^[A-Za-z0-9-]{4,40}$/,
  ask: (parcels, { credentials: { sendle_id, api_key } }) => ({
    path: `/api/tracking/${parcels.map(({ number }) => number).join()}`,
    headers: { authorization: basic(sendle_id, api_key) },
  }),
  read,
  byStatus: statuses({ 402: 'unauthorized', 404: 'not_found' }),
}
