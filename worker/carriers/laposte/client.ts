/** GET /suivi/v2/idships/{numbers}?lang=fr_FR, numbers separated by commas. */
import * as z from 'zod'
import type { Api } from '../client.ts'
import { statuses } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect La Poste. */
export const credentials = z.strictObject({
  api_key: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'Key of the API "Suivi v2" at developer.laposte.fr' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'La Poste',
  origin: () => 'https://api.laposte.fr',
  number: /^[A-Za-z0-9]{6,35}$/,
  ask: (parcels, { credentials }) => ({
    path: `/suivi/v2/idships/${parcels.map(({ number }) => number).join(',')}?lang=fr_FR`,
    headers: { 'x-okapi-key': credentials.api_key },
  }),
  read,
  byStatus: statuses({ 404: 'not_found' }),
}
