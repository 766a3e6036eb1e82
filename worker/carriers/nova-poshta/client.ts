/** POST /v2.0/json/ (TrackingDocument.getStatusDocuments), a hundred documents a request, key in the body. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Nova Poshta. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API key, under "Settings, Security" of the business account' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Nova Poshta',
  origin: () => 'https://api.novaposhta.ua',
  number: /^[A-Za-z0-9]{9,20}$/,
  ask: (parcels, { credentials }) => ({
    path: '/v2.0/json/',
    json: {
      apiKey: credentials.api_key,
      modelName: 'TrackingDocument',
      calledMethod: 'getStatusDocuments',
      methodProperties: {
        // The recipient's phone would show more of the parcel: nobody gives it to us.
        Documents: parcels.map(({ number }) => ({ DocumentNumber: number, Phone: '' })),
      },
    },
  }),
  read,
  // A document is some 5 KB.
  bounds: { timeout: 15_000, maxBytes: 2_000_000 },
}
