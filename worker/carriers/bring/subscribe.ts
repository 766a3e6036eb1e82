/**
 * Event Cast: Bring calls back about these numbers from now on, until they are delivered or for thirty
 * days. The status alone says whether it was taken.
 */
import type { Api } from '../client.ts'
import { trackWith, usualStatus } from '../client.ts'
import type { Access, CarrierProblem, Parcel, Reading } from '../contract.ts'
import type { Credentials } from './client.ts'
import { headersOf, NUMBER, ORIGIN } from './client.ts'
import { CODES } from './codes.ts'
import { SECRET_HEADER } from './push.ts'

/** Known already: there is such a webhook. */
const CONFLICT = 409

/** Those that say something of a parcel; the ARRIVED pair is no longer accepted. */
const EVENTS: readonly string[] = [...CODES]
  .filter(([code]) => !code.startsWith('ARRIVED_'))
  .filter(([, { milestone, reason }]) => milestone !== null || reason !== null)
  .map(([code]) => code)

/** POST /event-cast/batch/api/v1/webhooks, up to a hundred numbers. */
const api = (callback: string, secret: string): Api<Credentials> => ({
  carrier: 'Bring',
  origin: () => ORIGIN,
  number: NUMBER,
  ask: (parcels, { credentials }) => ({
    path: '/event-cast/batch/api/v1/webhooks',
    headers: headersOf(credentials),
    json: {
      trackingIds: parcels.map(({ number }) => number),
      event_groups: EVENTS,
      configuration: {
        url: callback,
        content_type: 'application/json',
        headers: [{ key: SECRET_HEADER, value: secret }],
      },
    },
  }),
  read: () => ({ reports: [], problems: [] }),
  byStatus: (status) => {
    if (status < 300 || status === CONFLICT) return null
    return usualStatus(status) ?? 'bad_answer'
  },
})

/** Nothing is asked for an account that agreed on no secret: its calls could not be told from a stranger's. */
export async function subscribe(
  parcels: readonly Parcel[],
  access: Access<Credentials>,
  callback: string,
): Promise<Reading> {
  const { webhook_secret: secret } = access.credentials
  if (secret) return trackWith(api(callback, secret))(parcels, access)
  return { reports: [], problems: parcels.map(({ number }) => unready(number)) }
}

const unready = (number: string): CarrierProblem => ({
  code: 'unauthorized',
  carrier_code: null,
  message: 'The account has no webhook_secret',
  tracking_number: number,
})
