/** GET /api/track/single/{awb}, the key in a header. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect SMSA Express. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key of the e-commerce account' }),
  webhook_secret: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,}$/, '16 or more letters, digits, - and _')
    .optional()
    .meta({ description: 'Give SMSA the webhook URL with `?secret=` and this behind it' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://ecomapis.smsaexpress.com',
  test: 'https://ecomapis-sandbox.azurewebsites.net',
} as const

export const api: Api<Credentials> = {
  carrier: 'SMSA Express',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^[A-Za-z0-9]{6,20}$/,
  ask: (parcels, { credentials: { api_key } }) => ({
    path: `/api/track/single/${parcels.map(({ number }) => number).join()}`,
    headers: { apikey: api_key },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
