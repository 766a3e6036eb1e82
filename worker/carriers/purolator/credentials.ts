/** What a merchant enters to connect Purolator. */
import * as z from 'zod'

export const credentials = z.strictObject({
  key: z
    .string()
    .regex(/^[^:]+$/, 'no colon')
    .meta({ description: 'Key of Purolator E-Ship Web Services' }),
  password: z.string().min(1).meta({ description: 'Password of that key' }),
  user_token: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'User token of the account, where Purolator has given one' }),
  environment: z.enum(['production', 'development']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://webservices.purolator.com',
  development: 'https://devwebservices.purolator.com',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
