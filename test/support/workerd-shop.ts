/** A merchant of a test's own whose calls are expected to succeed. */
import { newMerchant } from './workerd-api.ts'

export interface Shop {
  readonly merchant: string
  readonly key: string
  /** The answer's body; throws with the problem's own words. */
  readonly call: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>
}

/** `settings` are the operator's: shard, hostnames, time zone. */
export async function openShop(settings: Record<string, unknown> = {}): Promise<Shop> {
  const { id, key, api } = await newMerchant(settings)
  return {
    merchant: id,
    key,
    call: async <Answer>(method: string, path: string, body?: unknown) => {
      const called = await api<Answer>(method, path, body)
      if (called.status < 300) return called.body
      throw new Error(`${method} ${path}: ${called.status} ${JSON.stringify(called.body)}`)
    },
  }
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
