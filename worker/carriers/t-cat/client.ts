/** POST /api/Egs/OBTStatus, customer and token in the body. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect T-Cat. */
export const credentials = z.strictObject({
  customer_id: z.string().min(1).meta({ description: 'Contract customer code (契客代號)' }),
  customer_token: z.string().min(1).meta({ description: 'Its authorization code (授權碼)' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = {
  production: 'https://api.suda.com.tw',
  test: 'https://egs.suda.com.tw:8443',
} as const

export const api: Api<Credentials> = {
  carrier: 'T-Cat',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^\d{10,12}$/,
  ask: (parcels, { credentials: { customer_id, customer_token } }) => ({
    path: '/api/Egs/OBTStatus',
    json: {
      CustomerId: customer_id,
      CustomerToken: customer_token,
      OBTNumbers: parcels.map(({ number }) => number),
    },
  }),
  read,
}
