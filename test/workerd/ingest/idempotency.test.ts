import { describe, expect, test } from 'vitest'
import type { Merchant, Order, Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'

const keyed =
  ({ api }: Merchant, key: string) =>
  <Body>(path: string, body?: unknown) =>
    api<Body>('POST', path, body, { headers: { 'idempotency-key': key } })

describe('an Idempotency-Key', () => {
  test('with the same order is one effect and the same answer', async () => {
    const post = keyed(await newMerchant(), 'k1')
    const first = await post<Order>('/orders', orderBody('A-1'))
    const again = await post<Order>('/orders', orderBody('A-1'))
    expect([again.status, again.body]).toEqual([201, first.body])
  })

  test('that comes several times at once is one effect too', async () => {
    const post = keyed(await newMerchant(), 'k1')
    const calls = Array.from({ length: 5 }, () => post<Order>('/orders', orderBody('A-1')))
    const answers = await Promise.all(calls)
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([201, answers[0]?.body])
    }
    expect(answers[0]?.body.version).toBe(1)
  })

  test('does not care for the order of fields', async () => {
    const post = keyed(await newMerchant(), 'k1')
    const body = orderBody('A-1', { channel: 'app' })
    await post('/orders', body)
    const turned = Object.fromEntries(Object.entries(body).reverse())
    expect((await post<Order>('/orders', turned)).body.version).toBe(1)
  })

  test('with another body is idempotency_key_reused, and changes nothing', async () => {
    const merchant = await newMerchant()
    const post = keyed(merchant, 'k1')
    const { body: first } = await post<Order>('/orders', orderBody('A-1'))
    const other = await post<Problem>('/orders', orderBody('A-1', { channel: 'app' }))
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
    const elsewhere = await post<Problem>('/orders/A-1/milestones', { packed: true })
    expect(elsewhere.body.code).toBe('idempotency_key_reused')
    expect((await merchant.api<Order>('GET', '/orders/A-1')).body).toEqual(first)
  })

  test('holds for everything that changes an order', async () => {
    const merchant = await newMerchant()
    await merchant.api('POST', '/orders', orderBody('A-1'))
    const calls = [
      ['ship', '/orders/A-1/shipments', untracked('DOVE1')],
      ['mark', '/orders/A-1/milestones', { packed: true }],
      ['links', '/orders/A-1/links', undefined],
    ] as const
    for (const [key, path, body] of calls) {
      const first = await keyed(merchant, key)<Order>(path, body)
      const again = await keyed(merchant, key)<Order>(path, body)
      expect([again.status, again.body]).toEqual([200, first.body])
    }
  })

  test('is answered with the order as it stands, not with what came between undone', async () => {
    const merchant = await newMerchant()
    const post = keyed(merchant, 'k1')
    await post('/orders', orderBody('A-1'))
    await merchant.api('POST', '/orders', orderBody('A-1', { channel: 'app' }))
    const again = await post<Order>('/orders', orderBody('A-1'))
    expect(again.body).toMatchObject({ version: 2, order: { channel: 'app' } })
  })

  test('of one merchant means nothing to another', async () => {
    await keyed(await newMerchant(), 'k1')('/orders', orderBody('A-1'))
    const other = await keyed(await newMerchant(), 'k1')('/orders', orderBody('A-1', { gift: {} }))
    expect(other.status).toBe(201)
  })

  test.each(['with a blank', 'x'.repeat(256), ''])(
    'that is malformed is refused before anything happens: %j',
    async (key) => {
      const merchant = await newMerchant()
      const { status, body } = await keyed(merchant, key)<Problem>('/orders', orderBody('A-1'))
      expect([status, body.code]).toEqual([400, 'idempotency_key_invalid'])
      expect((await merchant.api('GET', '/orders/A-1')).status).toBe(404)
    },
  )
})
