/** One waybill a request, and its courier's number with it. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect ClickPost. */
export const credentials = z.strictObject({
  username: z.string().min(1).meta({ description: 'User name of the ClickPost account' }),
  key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key of the ClickPost account' }),
  cp_id: z
    .string()
    .regex(/^\d+$/, 'digits')
    .optional()
    .meta({ description: 'ClickPost’s number of the courier of parcels that name none' }),
  webhook_secret: z
    .string()
    .min(8)
    .optional()
    .meta({ description: 'The webhook_key that ClickPost’s calls repeat' }),
})
export type Credentials = z.infer<typeof credentials>

export const REMEDY =
  'ClickPost needs the courier: name it with the shipment, by its cp_id if need be, or enter cp_id in the account'

const NUMBER = /^\d+$/

/** ClickPost's number for who carries a parcel, or null. */
export function courierNumber({ courier }: Parcel, { cp_id }: Credentials): string | null {
  if (courier === null) return cp_id ?? null
  return NUMBER.test(courier) ? courier : courierCode(COURIERS, courier)
}

const shared = {
  carrier: 'ClickPost',
  origin: () => 'https://api.clickpost.in',
  read,
} as const satisfies Partial<Api<Credentials>>

const numberOf = (parcel: Parcel | undefined, credentials: Credentials): string =>
  (parcel && courierNumber(parcel, credentials)) ?? ''

/** GET /api/v2/track-order/ */
export const api: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: `/api/v2/track-order/?${new URLSearchParams({
      username: credentials.username,
      key: credentials.key,
      waybill: parcel?.number ?? '',
      cp_id: numberOf(parcel, credentials),
    })}`,
  }),
}

/** POST /api/v2/tracking/awb-register/ */
export const registration: Api<Credentials> = {
  ...shared,
  ask: ([parcel], { credentials }) => ({
    path: '/api/v2/tracking/awb-register/',
    json: {
      key: credentials.key,
      waybill: parcel?.number,
      cp_id: Number(numberOf(parcel, credentials)),
    },
  }),
}
