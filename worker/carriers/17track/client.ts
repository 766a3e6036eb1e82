/** Forty numbers a request, as a list of records. */
import * as z from 'zod'
import { courierCode } from '../aggregator.ts'
import type { Api } from '../client.ts'
import type { Parcel } from '../contract.ts'
import { COURIERS } from './couriers.ts'
import { read } from './read.ts'

/** What a merchant enters to connect 17TRACK. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({
      description:
        'Security key at api.17track.net; 17TRACK signs its webhook calls with it as well',
    }),
})
export type Credentials = z.infer<typeof credentials>

const recordOf = ({ number, courier }: Parcel) => {
  const carrier = courierCode(COURIERS, courier)
  return carrier === null ? { number } : { number, carrier: Number(carrier) }
}

const api = (path: string): Api<Credentials> => ({
  carrier: '17TRACK',
  origin: () => 'https://api.17track.net',
  // "5 to 50 letters and digits" in the documentation; some carriers' numbers have a hyphen.
  number: /^[A-Za-z0-9-]{5,50}$/,
  ask: (parcels, { credentials }) => ({
    path: `/track/v2.2/${path}`,
    headers: { '17token': credentials.api_key },
    json: parcels.map(recordOf),
  }),
  read,
  // Three requests a second: the next second is another one.
  throttledFor: 2,
})

export const tracking = api('gettrackinfo')
export const registration = api('register')
