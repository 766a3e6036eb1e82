/** A merchant of a test's own, and the Worker as its shop calls it. */
import { env, exports } from 'cloudflare:workers'
import { newId } from '../../worker/lib/id.ts'

export interface Shop {
  readonly merchant: string
  readonly key: string
  readonly call: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>
}

const ORIGIN = 'http://localhost:8787'

/** Opens a shop under a new id. `settings` are the operator's: shard, hostnames, time zone. */
export async function openShop(settings: Readonly<Record<string, unknown>> = {}): Promise<Shop> {
  const merchant = `shop-${newId().toLowerCase()}`
  await request(env.OPERATOR_KEY, 'PUT', `/operator/merchants/${merchant}`, {
    name: 'Test shop',
    ...settings,
  })
  const path = `/operator/merchants/${merchant}/keys`
  const { api_key: key } = await request<{ api_key: string }>(env.OPERATOR_KEY, 'POST', path, {
    name: 'test',
  })
  return { merchant, key, call: (method, path, body) => request(key, method, `/v1${path}`, body) }
}

/** Throws with the problem's own words. */
async function request<Answer>(
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await exports.default.fetch(ORIGIN + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return (text === '' ? null : JSON.parse(text)) as Answer
}

/** The least an order says, with what a test cares for. */
export const orderOf = (number: string, more: Readonly<Record<string, unknown>> = {}) => ({
  number,
  currency: 'EUR',
  totals: { total: '10.00' },
  buyer: { contacts: [] },
  delivery: { time_zone: 'Europe/Berlin' },
  ...more,
})
