/** What a merchant enters to connect its FedEx account. */
import * as z from 'zod'

export const credentials = z.strictObject({
  client_id: z.string().min(1).meta({
    description: 'API key of the project at developer.fedex.com, with the Track API in it',
  }),
  client_secret: z.string().min(1).meta({ description: 'Secret key of that project' }),
  environment: z.enum(['production', 'sandbox']).default('production'),
  webhook_token: z.string().min(8).optional().meta({
    description: 'Security token of the webhook project (Advanced Integrated Visibility)',
  }),
})
export type Credentials = z.infer<typeof credentials>

const ORIGINS: Readonly<Record<Credentials['environment'], string>> = {
  production: 'https://apis.fedex.com',
  sandbox: 'https://apis-sandbox.fedex.com',
}

export const originOf = (credentials: Credentials): string => ORIGINS[credentials.environment]
