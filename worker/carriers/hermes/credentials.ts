/** What a merchant enters to connect Hermes Germany. */
import * as z from 'zod'

const secret = z.string().min(1)

export const credentials = z.strictObject({
  client_id: secret.meta({ description: 'Client ID of the application, as Hermes issued it' }),
  client_secret: secret.meta({ description: 'Client secret of the application' }),
  username: secret.meta({ description: 'User name of the business customer account' }),
  password: secret.meta({ description: 'Password of that account' }),
  environment: z.enum(['production', 'integration']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

interface Origins {
  readonly api: string
  readonly token: string
}

/** Source: the servers of the specifications of the Hermes Shipping Interface and its authentication. */
const ORIGINS: Readonly<Record<Credentials['environment'], Origins>> = {
  production: { api: 'https://de-api.hermesworld.com', token: 'https://authme.myhermes.de' },
  integration: {
    api: 'https://de-api-int.hermesworld.com',
    token: 'https://authme-int.myhermes.de',
  },
}

export const originsOf = ({ environment }: Credentials): Origins => ORIGINS[environment]
