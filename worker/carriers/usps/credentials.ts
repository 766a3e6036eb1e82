/** What a merchant enters to connect USPS. */
import * as z from 'zod'

export const credentials = z.strictObject({
  client_id: z.string().min(1).meta({
    description: 'Consumer key of the app at developers.usps.com, with the Tracking API in it',
  }),
  client_secret: z.string().min(1).meta({ description: 'Consumer secret of that app' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://apis.usps.com',
  test: 'https://apis-tem.usps.com',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
