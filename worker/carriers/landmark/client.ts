/** Track.php of the API (version 2), one number a request: Landmark's own or the delivering carrier's. */
import * as z from 'zod'
import { escapeXml } from '../../lib/xml.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Landmark Global. */
export const credentials = z.strictObject({
  username: z.string().min(1).meta({ description: 'Username of the Landmark Global API' }),
  password: z.string().min(1).meta({ description: 'Password of that user' }),
  client_id: z
    .string()
    .regex(/^\d{1,10}$/, 'digits only')
    .meta({ description: 'Client ID of the Landmark Global account' }),
  environment: z
    .enum(['production', 'test'])
    .default('production')
    .meta({ description: 'Test asks the same server for its sample parcels' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Landmark Global',
  origin: () => 'https://api.landmarkglobal.com',
  number: /^[A-Za-z0-9-]{5,40}$/,
  ask: (parcels, { credentials }) => ({
    path: '/v2/Track.php',
    headers: { accept: 'text/xml' },
    xml: request(parcels.map(({ number }) => number).join(), credentials),
  }),
  read,
  bounds: { timeout: 10_000, maxBytes: 250_000 },
}

const request = (number: string, access: Credentials): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<TrackRequest>
<Login><Username>${escapeXml(access.username)}</Username><Password>${escapeXml(access.password)}</Password></Login>
<Test>${access.environment === 'test'}</Test>
<ClientID>${access.client_id}</ClientID>
<TrackingNumber>${escapeXml(number)}</TrackingNumber>
<RetrievalType>Historical</RetrievalType>
</TrackRequest>`
