/** Who is calling: a merchant by its API key, within its rate. */
import { createMiddleware } from 'hono/factory'
import { fingerprint, sha256, toHex } from '../../lib/bytes.ts'
import { Problem } from '../../lib/errors.ts'
import { newId } from '../../lib/id.ts'
import type { RequestKey } from '../../order/commands.ts'
import type { MerchantConfiguration } from '../../store/configuration.ts'
import { findApiKey, findMerchant } from '../../store/configuration.ts'

/** What every handler of the API has at hand. */
export interface Api {
  Bindings: Env
  Variables: { merchant: MerchantConfiguration }
}

/** The rate limit's period in wrangler.toml: it says no more than that the limit is reached. */
const LIMIT_PERIOD = 60

/** Keys say what they are, so that secret scanners find one that leaked. */
export const newApiKey = (): string => `wb_${newId()}${newId()}`
export const hashApiKey = async (key: string): Promise<string> => toHex(await sha256(key))

export const withMerchant = createMiddleware<Api>(async (context, next) => {
  const key = /^Bearer +(\S{20,200})$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (!key) throw new Problem('unauthorized', 'Send the API key as "Authorization: Bearer <key>"')
  const hash = await hashApiKey(key)
  const id = await findApiKey(context.env, hash)
  const merchant = id === null ? null : await findMerchant(context.env, id)
  if (!merchant) throw new Problem('unauthorized', 'The API key is unknown or revoked')
  const { success } = await context.env.API_LIMIT.limit({ key: hash })
  if (!success) {
    throw new Problem('rate_limited', 'This key has made too many requests', {
      retryAfter: LIMIT_PERIOD,
    })
  }
  context.set('merchant', merchant)
  await next()
})

const KEY_PATTERN = /^[\x21-\x7e]{1,255}$/

/** The Idempotency-Key of a request with a hash of what it asks for. Throws Problem for a malformed key. */
export async function requestKey(
  header: string | undefined,
  ...asked: readonly string[]
): Promise<RequestKey | undefined> {
  if (header === undefined) return undefined
  if (!KEY_PATTERN.test(header)) {
    throw new Problem('idempotency_key_invalid', 'Up to 255 visible ASCII characters')
  }
  return { key: header, hash: await fingerprint(JSON.stringify(asked)) }
}
