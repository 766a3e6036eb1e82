/** What a merchant enters to connect Canada Post. */
import * as z from 'zod'

export const credentials = z.strictObject({
  username: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'Username of the API key (the part before its colon)' }),
  password: z.string().min(1).meta({ description: 'Password of the API key (the part after it)' }),
  environment: z.enum(['production', 'development']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Source: "Get Tracking Details – REST" in Canada Post's developer documentation. */
const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://soa-gw.canadapost.ca',
  development: 'https://ct.soa-gw.canadapost.ca',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
