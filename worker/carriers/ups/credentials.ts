/** What a merchant enters to connect its UPS account. */
import * as z from 'zod'

export const credentials = z.strictObject({
  client_id: z.string().min(1).meta({ description: 'Client ID of the app at developer.ups.com' }),
  client_secret: z.string().min(1).meta({ description: 'Client secret of that app' }),
  account_number: z
    .string()
    .regex(/^[A-Za-z0-9]{6,10}$/, '6 to 10 letters and digits')
    .optional()
    .meta({ description: 'UPS account number, sent where a token is asked for' }),
  environment: z.enum(['production', 'test']).default('production'),
  webhook_credential: z
    .string()
    .min(8)
    .optional()
    .meta({ description: 'The secret given to UPS when subscribing to Track Alert' }),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://onlinetools.ups.com',
  test: 'https://wwwcie.ups.com',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
