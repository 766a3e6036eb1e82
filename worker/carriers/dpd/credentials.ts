/** What a merchant enters to connect DPD. */
import * as z from 'zod'

export const credentials = z.strictObject({
  delis_id: z.string().min(1).meta({ description: 'DelisID of the customer account' }),
  password: z.string().min(1).meta({ description: 'Password of that account' }),
  country: z
    .enum(['be', 'nl', 'de'])
    .meta({ description: 'Country of the DPD company the contract is with' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

interface Service {
  readonly origin: string
  /** Before the name of a service */
  readonly path: string
  /** Version of the LoginService */
  readonly login: '2.0' | '2.1'
}

const SHIPPER = { path: '/soap/services', login: '2.1' } as const
const TEST = { path: '/PublicApi/soap/services', login: '2.1' } as const
const PUBLIC = { path: '/services', login: '2.0' } as const

/** Sources: an open-source connector (Belgium, the Netherlands), integrations of DPD Germany's web services. */
const SERVICES: Readonly<
  Record<Credentials['environment'], Readonly<Record<Credentials['country'], Service>>>
> = {
  production: {
    be: { origin: 'https://wsshipper.dpd.be', ...SHIPPER },
    nl: { origin: 'https://wsshipper.dpd.nl', ...SHIPPER },
    de: { origin: 'https://public-ws.dpd.com', ...PUBLIC },
  },
  test: {
    be: { origin: 'https://shipperadmintest.dpd.be', ...TEST },
    nl: { origin: 'https://shipperadmintest.dpd.nl', ...TEST },
    de: { origin: 'https://public-ws-stage.dpd.com', ...PUBLIC },
  },
}

export const serviceOf = ({ environment, country }: Credentials): Service =>
  SERVICES[environment][country]
