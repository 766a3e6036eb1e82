/** POST /open/v1/orders/routesBatch, a form signed with the account's key. */
import * as z from 'zod'
import { sha256, toHex } from '../../lib/bytes.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Flash Express. */
export const credentials = z.strictObject({
  merchant_id: z.string().min(1).meta({ description: 'Merchant number (mchId), given by Flash' }),
  key: z.string().min(1).meta({ description: 'Its secret key' }),
  country: z.enum(['ph', 'th']).default('th').meta({ description: 'Country of the account' }),
  environment: z.enum(['production', 'training']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const HOSTS = { th: 'flashexpress.com', ph: 'flashexpress.ph' } as const
const APIS = { production: 'open-api', training: 'open-api-tra' } as const

/**
 * The parameters with their signature: what is not blank, by name, and the key, hashed by SHA-256 in
 * capital hexadecimal digits. Source: "Signature algorithm" of its documentation.
 */
export async function signed(
  parameters: Readonly<Record<string, string>>,
  key: string,
): Promise<Record<string, string>> {
  const pairs = Object.entries(parameters)
    .filter(([, value]) => value.trim() !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  const digest = await sha256([...pairs, `key=${key}`].join('&'))
  return { ...parameters, sign: toHex(digest).toUpperCase() }
}

export const api: Api<Credentials> = {
  carrier: 'Flash Express',
  origin: ({ country, environment }) => `https://${APIS[environment]}.${HOSTS[country]}`,
  number: /^[A-Za-z0-9]{8,22}$/,
  ask: async (parcels, { credentials: { merchant_id, key } }) => ({
    path: '/open/v1/orders/routesBatch',
    headers: { 'accept-language': 'en' },
    form: await signed(
      {
        mchId: merchant_id,
        nonceStr: crypto.randomUUID().replaceAll('-', ''),
        pnos: parcels.map(({ number }) => number).join(),
      },
      key,
    ),
  }),
  read,
}
