/**
 * GET /api/v1/packages/json/?waybill=a,b, up to fifty numbers per request. A number that the answer
 * leaves out is not spoken of: it may not exist, or the answer may be half a one. Asked about by
 * itself it is "does not exist".
 */
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

export const api: Api<Credentials> = {
  carrier: 'Delhivery',
  origin: originOf,
  number: /^[A-Za-z0-9-]+$/,
  ask: (parcels, { credentials }) => ({
    path: `/api/v1/packages/json/?waybill=${parcels.map(({ number }) => number).join(',')}`,
    headers: { authorization: `Token ${credentials.token}` },
  }),
  read,
  // The firewall's, for an address that asked too often (Delhivery's frequent questions): "pause …
  // for at least 30 seconds". A refused token is said in words.
  byStatus: statuses({ 403: 'throttled' }),
  throttledFor: 30,
  // Fifty parcels of thirty scans are some 600 KB.
  bounds: { timeout: 15_000, maxBytes: 4_000_000 },
}
