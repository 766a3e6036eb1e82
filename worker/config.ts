/** Vars and secrets, parsed once for each environment; every default is here. */
import * as z from 'zod'
import { MINUTE } from './lib/clock.ts'
import type { KeyRing } from './lib/keys.ts'
import { keyRing } from './lib/keys.ts'

const keys = z.string().transform((text, context) => {
  try {
    return keyRing(text)
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: error instanceof Error ? error.message : 'not keys',
    })
    return z.NEVER
  }
})

const settings = z.object({
  /** Where pages live that have no hostname of their own, and the scheme and port of those that have */
  DEFAULT_ORIGIN: z.url(),
  /** Milliseconds of one unit of the polling wheel: a minute, but for demos and tests */
  WHEEL_UNIT_MS: z.coerce.number().int().min(100).default(MINUTE),
  /** Names of the D1 bindings that hold orders, with commas */
  SHARDS: z
    .string()
    .default('DB')
    .transform((names) => names.split(',')),
  LINK_KEYS: keys,
  CREDENTIAL_KEYS: keys,
  OPERATOR_KEY: z.string().min(32),
  /** Sender of the mails, like `orders@track.example`; its domain is verified with the e-mail service */
  MAIL_FROM: z.email().default('orders@whereabouts.example'),
  /** Origins that replace carriers' own, as JSON `{"ups":"http://127.0.0.1:9000"}`: for tests against fakes */
  CARRIER_ORIGINS: z
    .string()
    .default('{}')
    .transform((text) => z.record(z.string(), z.url()).parse(JSON.parse(text))),
})

export interface Config {
  readonly defaultOrigin: URL
  readonly wheelUnit: number
  readonly shards: readonly string[]
  readonly linkKeys: KeyRing
  readonly credentialKeys: KeyRing
  readonly operatorKey: string
  readonly mailFrom: string
  readonly carrierOrigins: Readonly<Record<string, string>>
}

const parsed = new WeakMap<object, Config>()

/** Throws an error that names the var and what it should be. */
export function config(env: Env): Config {
  const known = parsed.get(env)
  if (known) return known
  const result = settings.safeParse(env)
  if (!result.success) throw new Error(`bad environment: ${z.prettifyError(result.error)}`)
  const value: Config = {
    defaultOrigin: new URL(result.data.DEFAULT_ORIGIN),
    wheelUnit: result.data.WHEEL_UNIT_MS,
    shards: result.data.SHARDS,
    linkKeys: result.data.LINK_KEYS,
    credentialKeys: result.data.CREDENTIAL_KEYS,
    operatorKey: result.data.OPERATOR_KEY,
    mailFrom: result.data.MAIL_FROM,
    carrierOrigins: result.data.CARRIER_ORIGINS,
  }
  parsed.set(env, value)
  return value
}
