import { describe, expect, test } from 'vitest'
import type { Merchant, Page, Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'

async function walk({ api }: Merchant, query: string): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor = ''; ; ) {
    const { body } = await api<Page>('GET', `/orders?${query}${cursor}`)
    pages.push(body.orders.map(({ number }) => number))
    if (body.next === null) return pages
    cursor = `&cursor=${body.next}`
  }
}

const shop = await newMerchant()
const place = (number: string, placed_at: string, more: Record<string, unknown> = {}) =>
  shop.api('POST', '/orders', orderBody(number, { placed_at, ...more }))
await place('old', '2026-01-01T00:00:00Z')
await place('new', '2026-03-01T00:00:00Z', { shipments: [untracked('DOVE1')] })
await place('mid', '2026-02-01T00:00:00+04:00', {
  shipments: [untracked('CROW1', { carrier: 'crow' })],
})
await shop.api('POST', '/orders/old/milestones', { packed: true })

describe('the list of orders', () => {
  test('is newest first, with state and plain link', async () => {
    const { body } = await shop.api<Page>('GET', '/orders')
    expect(body.orders.map(({ number }) => number)).toEqual(['new', 'mid', 'old'])
    expect(body.orders[2]).toMatchObject({ number: 'old', state: 'packed', version: 2 })
    expect(body.orders[0]?.link).toBe(`http://localhost:8787/o/${body.orders[0]?.id}`)
    expect(body.next).toBeNull()
  })

  test.each([
    ['state=packed', ['old']],
    ['state=delivered', []],
    ['condition=on_track', ['new', 'mid', 'old']],
    ['condition=problem', []],
    ['carrier=crow', ['mid']],
    ['carrier=ups', []],
    ['placed_from=2026-02-01T00:00:00Z', ['new']],
    ['placed_from=2026-01-31T20:00:00Z', ['new', 'mid']],
    ['placed_to=2026-02-01T00:00:00%2B04:00', ['old']],
    ['placed_from=2026-01-02T00:00:00Z&placed_to=2026-02-02T00:00:00Z&carrier=crow', ['mid']],
  ])('filters by %s', async (query, numbers) => {
    expect((await walk(shop, query)).flat()).toEqual(numbers)
  })

  test('comes in pages that lose and double nothing where many orders are of one moment', async () => {
    const merchant = await newMerchant()
    const numbers = Array.from({ length: 7 }, (_, index) => `E-${index}`)
    for (const number of numbers) {
      const body = orderBody(number, { placed_at: '2026-01-01T00:00:00Z' })
      await merchant.api('POST', '/orders', body)
    }
    const pages = await walk(merchant, 'limit=3')
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat().sort()).toEqual(numbers)
  })

  test('has no page after one that is just full', async () => {
    expect(await walk(shop, 'limit=3')).toHaveLength(1)
  })

  test.each(['x', 'bm90IGpzb24', 'WzFd', 'WyJhIl0', '%00'])(
    'does not take a cursor that is not its own: %s',
    async (cursor) => {
      const { status, body } = await shop.api<Problem>('GET', `/orders?cursor=${cursor}`)
      expect([status, body.code]).toEqual([422, 'invalid_query'])
      expect(body.errors).toEqual([{ field: '/cursor', message: expect.any(String) }])
    },
  )

  test('is told every wrong parameter at once', async () => {
    const query = 'state=lost&limit=0&placed_from=yesterday&carrier=a&carrier=b&colour=red'
    const { body } = await shop.api<Problem>('GET', `/orders?${query}`)
    expect(body.errors?.map(({ field }) => field).sort()).toEqual([
      '/carrier',
      '/colour',
      '/limit',
      '/placed_from',
      '/state',
    ])
  })

  test('ends with the merchant: a cursor of another’s shows nothing of it', async () => {
    const other = await newMerchant()
    const { body } = await shop.api<Page>('GET', '/orders?limit=1')
    const foreign = await other.api<Page>('GET', `/orders?cursor=${body.next}`)
    expect(foreign.body).toEqual({ orders: [], next: null })
  })
})
