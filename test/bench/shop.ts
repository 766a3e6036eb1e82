/** A shop of a benchmark's own, and orders of one parcel, through the API as a shop would. */
import { Client } from '../demo/client.ts'
import { TEST_SECRETS } from '../support/secrets.ts'

export interface Shop {
  readonly client: Client
  readonly key: string
}

export async function openShop(origin: string, merchant: string): Promise<Shop> {
  const client = new Client(origin, TEST_SECRETS.OPERATOR_KEY)
  await client.operator('PUT', `/merchants/${merchant}`, { name: 'Bench' })
  const keys = `/merchants/${merchant}/keys`
  const { api_key: key } = await client.operator<{ api_key: string }>('POST', keys, { name: 'b' })
  const account = { carrier: 'ups', name: 'Bench', credentials: {} }
  await client.shop(key, 'POST', '/carrier-accounts', account)
  return { client, key }
}

/** A shop's usual order: two articles, an address, an e-mail address. */
export const orderOf = (number: string) => ({
  number,
  currency: 'EUR',
  totals: { items: '58.00', shipping: '4.50', total: '62.50' },
  buyer: {
    name: 'Alex Rivera',
    locale: 'en',
    contacts: [{ channel: 'email', address: 'alex@example.com', consent: true }],
  },
  delivery: {
    address: { lines: ['Lindenstraße 12'], city: 'Berlin', postcode: '10969', country: 'DE' },
    time_zone: 'Europe/Berlin',
  },
  lines: [1, 2].map((id) => ({ id: String(id), title: { en: `Article ${id}` }, quantity: id })),
})

export const shipmentOf = (tracking: string) => ({
  carrier: 'ups',
  tracking_number: tracking,
  lines: [1, 2].map((id) => ({ line: String(id), quantity: id })),
})

/** Runs all of them, some at a time. */
export async function each<Item>(
  items: readonly Item[],
  lanes: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of waiting) await run(item)
    }),
  )
}
