/** POST /webopenplatformapi/api/logistics/trace at the platform of the account's country, signed. */
import * as z from 'zod'
import { toBase64 } from '../../lib/bytes.ts'
import { md5 } from '../../lib/md5.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** Hosts for production and for trying. Source: the documentation of each country's open platform. */
const HOSTS = {
  cn: ['openapi.jtexpress.com.cn', 'uat-openapi.jtexpress.com.cn'],
  eg: ['openapi.jtjms-eg.com', 'demoopenapi.jtjms-eg.com'],
  mx: ['openapi.jtjms-mx.com', 'demoopenapi.jtjms-mx.com'],
  my: ['ylopenapi.jtexpress.my', 'demoopenapi.jtexpress.my'],
  sa: ['openapi.jtjms-sa.com', 'demoopenapi.jtjms-sa.com'],
  th: ['openapi.jtexpress.co.th', 'demoopenapi.jtexpress.co.th'],
  vn: ['ylopenapi.jtexpress.vn', 'demoopenapi.jtexpress.vn'],
} as const

const COUNTRIES = Object.keys(HOSTS) as [keyof typeof HOSTS, ...(keyof typeof HOSTS)[]]

/** What a merchant enters to connect J&T Express. */
export const credentials = z.strictObject({
  api_account: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'visible ASCII characters only')
    .meta({ description: 'API account (apiAccount) at the open platform of the country' }),
  private_key: z.string().min(1).meta({ description: 'Its private key' }),
  country: z.enum(COUNTRIES).meta({ description: 'Country of the account' }),
  customer_code: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Customer code, needed in Malaysia and Vietnam' }),
  password: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Customer password as the platform’s signature tool makes it' }),
  environment: z.enum(['production', 'test']).default('production'),
})
export type Credentials = z.infer<typeof credentials>

/** Base64 of the MD5 of the question and the key. Source: "Signature" of its documentation. */
export const digestOf = (question: string, key: string): string => toBase64(md5(question + key))

/** Malaysia alone asks by `billCode`, and for one. */
const questionAbout = (number: string, { country, customer_code, password }: Credentials): string =>
  JSON.stringify({
    customerCode: customer_code,
    password,
    [country === 'my' ? 'billCode' : 'billCodes']: number,
  })

export const api: Api<Credentials> = {
  carrier: 'J&T Express',
  origin: ({ country, environment }) =>
    `https://${HOSTS[country][environment === 'production' ? 0 : 1]}`,
  number: /^[A-Za-z0-9-]{8,30}$/,
  ask: (parcels, { credentials, now }) => {
    const bizContent = questionAbout(parcels.map(({ number }) => number).join(), credentials)
    return {
      path: '/webopenplatformapi/api/logistics/trace',
      headers: {
        apiaccount: credentials.api_account,
        digest: digestOf(bizContent, credentials.private_key),
        timestamp: String(now),
      },
      form: { bizContent },
    }
  },
  read,
}
