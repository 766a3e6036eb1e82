/** What a merchant enters to connect its Delhivery account. */
import * as z from 'zod'

export const credentials = z.strictObject({
  token: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API token of the Delhivery account that ships the parcels' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://track.delhivery.com',
  test: 'https://staging-express.delhivery.com',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
