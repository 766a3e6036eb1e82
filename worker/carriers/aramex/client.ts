/** POST …/Tracking/Service_1_0.svc/json/TrackShipments, credentials in the body. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect its Aramex account. */
export const credentials = z.strictObject({
  user: z.string().min(1).meta({ description: 'E-mail address of the account' }),
  password: z.string().min(1).meta({ description: 'Its password' }),
  account_number: z.string().min(1).meta({ description: 'Account number' }),
  account_pin: z.string().min(1).meta({ description: 'Account PIN' }),
  account_entity: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capitals')
    .meta({ description: 'Entity of the account, like DXB' }),
  account_country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capitals')
    .meta({ description: 'Country of the account, like AE' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS = { production: 'https://ws.aramex.net', test: 'https://ws.dev.aramex.net' } as const

export const api: Api<Credentials> = {
  carrier: 'Aramex',
  origin: ({ environment }) => ORIGINS[environment],
  number: /^[A-Za-z0-9]{5,20}$/,
  ask: (parcels, { credentials }) => ({
    path: '/ShippingAPI.V2/Tracking/Service_1_0.svc/json/TrackShipments',
    json: {
      ClientInfo: {
        UserName: credentials.user,
        Password: credentials.password,
        Version: 'v1',
        AccountNumber: credentials.account_number,
        AccountPin: credentials.account_pin,
        AccountEntity: credentials.account_entity,
        AccountCountryCode: credentials.account_country,
      },
      GetLastTrackingUpdateOnly: false,
      Shipments: parcels.map(({ number }) => number),
    },
  }),
  read,
  bounds: { timeout: 15_000, maxBytes: 2_000_000 },
}
