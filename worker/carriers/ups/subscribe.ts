/**
 * Track Alert: UPS calls back about these numbers from now on (UPSTrackAlert.yaml). A subscription
 * lasts fourteen days; asking again renews it.
 */
import * as z from 'zod'
import { bearer } from '../auth.ts'
import type { Api } from '../client.ts'
import { trackWith } from '../client.ts'
import type { Access, CarrierProblem, Parcel, Reading } from '../contract.ts'
import { list, required } from '../fields.ts'
import { jsonReader } from '../reader.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { problemOf } from './errors.ts'
import { errors } from './wire.ts'

const taken = z
  .object({ validTrackingNumbers: list(required), invalidTrackingNumbers: list(required) })
  .refine(({ validTrackingNumbers: valid, invalidTrackingNumbers: invalid }) => {
    return valid.length + invalid.length > 0
  })

const answer = z.union([taken, errors])

const readAnswer = (said: z.output<typeof answer>): Reading => ({
  reports: [],
  problems:
    'errors' in said
      ? said.errors.map((error) => problemOf(error, null))
      : said.invalidTrackingNumbers.map(refused),
})

const refused = (number: string): CarrierProblem => ({
  code: 'invalid_number',
  carrier_code: null,
  message: 'UPS does not take this number for Track Alert',
  tracking_number: number,
})

/** POST /api/track/v1/subscription/standard/package, up to a hundred numbers. */
const api = (callback: string): Api<Credentials> => ({
  carrier: 'UPS',
  origin: originOf,
  ask: (parcels, access) => ({
    path: '/api/track/v1/subscription/standard/package',
    headers: {
      authorization: bearer(access),
      transid: crypto.randomUUID(),
      transactionsrc: 'whereabouts',
    },
    json: {
      locale: 'en_US',
      countryCode: 'US',
      trackingNumberList: parcels.map(({ number }) => number),
      destination: {
        url: callback,
        credentialType: 'Bearer',
        credential: access.credentials.webhook_credential,
      },
    },
  }),
  read: jsonReader('UPS', answer, readAnswer),
})

/** Nothing is asked for an account that agreed on no secret: its calls could not be told from a stranger's. */
export async function subscribe(
  parcels: readonly Parcel[],
  access: Access<Credentials>,
  callback: string,
): Promise<Reading> {
  if (access.credentials.webhook_credential) return trackWith(api(callback))(parcels, access)
  return { reports: [], problems: parcels.map(({ number }) => unready(number)) }
}

const unready = (number: string): CarrierProblem => ({
  code: 'unauthorized',
  carrier_code: null,
  message: 'The account has no webhook_credential',
  tracking_number: number,
})
