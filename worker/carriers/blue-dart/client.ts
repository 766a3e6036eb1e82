/**
 * GET /in/transportation/tracking/v1/shipment of the API gateway, numbers separated by commas, in the
 * words of the older servlet (`handler=tnt`, `action=custawbquery`). The gateway wants a token
 * (`JWTToken`), tracking besides it the login and its licence key. `scan=1` asks for every scan.
 */
import * as z from 'zod'
import { tokenOf, tokenWith } from '../auth.ts'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

const written = z.string().regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')

/** What a merchant enters to connect Blue Dart. */
export const credentials = z.strictObject({
  client_id: written.meta({ description: 'Key of the app at developer.bluedart.com (ClientID)' }),
  client_secret: written.meta({ description: 'Secret of that app' }),
  login_id: written.meta({ description: 'Login ID of the Blue Dart account, like BOM00001' }),
  licence_key: written.meta({ description: 'Licence key for tracking, from Blue Dart' }),
})
export type Credentials = z.infer<typeof credentials>

const origin = () => 'https://apigateway.bluedart.com'

/** A token lives a day, as integrations have seen it: Blue Dart does not say so. */
const TOKEN_SECONDS = 12 * 3600

export const authenticate = tokenWith<Credentials>({
  carrier: 'Blue Dart',
  origin,
  ask: ({ client_id, client_secret }) => ({
    path: '/in/transportation/token/v1/login',
    headers: { ClientID: client_id, clientSecret: client_secret },
  }),
  read,
  answer: z
    .object({ JWTToken: z.string().min(1) })
    .transform(({ JWTToken }) => ({ value: JWTToken, seconds: TOKEN_SECONDS })),
})

export const api: Api<Credentials> = {
  carrier: 'Blue Dart',
  origin,
  number: /^\d{8,11}$/,
  ask: (parcels, access) => ({
    path: `/in/transportation/tracking/v1/shipment?${new URLSearchParams({
      handler: 'tnt',
      action: 'custawbquery',
      loginid: access.credentials.login_id,
      awb: 'awb',
      numbers: parcels.map(({ number }) => number).join(','),
      format: 'json',
      lickey: access.credentials.licence_key,
      verno: '1.3',
      scan: '1',
    })}`,
    headers: { JWTToken: tokenOf(access) },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
