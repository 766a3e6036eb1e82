import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { TEST_SECRETS } from '../../support/secrets.ts'
import type { Order, Page, Problem } from '../../support/workerd-api.ts'
import { call, newMerchant, operator, orderBody, untracked } from '../../support/workerd-api.ts'

describe('a key', () => {
  test('is needed, as a Bearer token', async () => {
    const { key } = await newMerchant()
    const headers = [
      {},
      { authorization: `Basic ${key}` },
      { authorization: key },
      { authorization: 'Bearer ' },
      { 'x-api-key': key },
    ]
    for (const given of headers) {
      const answer = await call<Problem>(null, 'GET', '/v1/orders', undefined, {
        headers: given as Record<string, string>,
      })
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthorized'])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test('that is unknown is refused, the operator’s included', async () => {
    for (const key of [`wb_${'x'.repeat(44)}`, TEST_SECRETS.OPERATOR_KEY]) {
      const { status, body } = await call<Problem>(key, 'GET', '/v1/orders')
      expect([status, body.code]).toEqual([401, 'unauthorized'])
    }
  })

  test('opens nothing for the operator', async () => {
    const { key, id } = await newMerchant()
    expect((await call(key, 'POST', `/operator/merchants/${id}/keys`, { name: 'x' })).status).toBe(
      401,
    )
    expect((await call(null, 'GET', '/operator/dead-letters')).status).toBe(401)
  })

  test('that is revoked is refused at once, and another of the merchant goes on', async () => {
    const { id, key, keyHash } = await newMerchant()
    const { body: second } = await operator<{ api_key: string }>('POST', `/merchants/${id}/keys`, {
      name: 'second',
    })
    expect((await call(key, 'GET', '/v1/orders')).status).toBe(200)
    expect((await operator('DELETE', `/merchants/${id}/keys/${keyHash}`)).status).toBe(204)
    expect((await call(key, 'GET', '/v1/orders')).status).toBe(401)
    expect((await call(second.api_key, 'GET', '/v1/orders')).status).toBe(200)
  })

  test('can only be revoked as its own merchant’s', async () => {
    const { key, keyHash } = await newMerchant()
    const { id: other } = await newMerchant()
    expect((await operator('DELETE', `/merchants/${other}/keys/${keyHash}`)).status).toBe(404)
    expect((await call(key, 'GET', '/v1/orders')).status).toBe(200)
  })

  test('makes some 600 calls a minute, then is told when to come back', {
    timeout: 20_000,
  }, async () => {
    const { api, keyHash } = await newMerchant()
    expect((await api('GET', '/brand')).status).toBe(200)
    const calls = Array.from({ length: 599 }, () => env.API_LIMIT.limit({ key: keyHash }))
    expect((await Promise.all(calls)).every(({ success }) => success)).toBe(true)
    const refused = await api<Problem>('GET', '/brand')
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await (await newMerchant()).api('GET', '/brand')).status).toBe(200)
  })
})

describe('two merchants with the same order number', async () => {
  const [a, b] = [await newMerchant(), await newMerchant({ shard: 'DB_B' })]
  const { body: mine } = await a.api<Order>('POST', '/orders', orderBody('A-1', { channel: 'app' }))

  test('have two orders, and each sees its own', async () => {
    expect((await b.api('GET', '/orders/A-1')).status).toBe(404)
    const { body: theirs, status } = await b.api<Order>('POST', '/orders', orderBody('A-1'))
    expect(status).toBe(201)
    expect(theirs.id).not.toBe(mine.id)
    expect((await a.api('GET', '/orders/A-1')).body).toEqual(mine)
    const { body: list } = await b.api<Page>('GET', '/orders')
    expect(list.orders.map(({ id }) => id)).toEqual([theirs.id])
  })

  test('cannot alter or erase each other’s', async () => {
    const { api } = await newMerchant()
    const tries = [
      ['POST', '/shipments', untracked('DOVE1')],
      ['POST', '/milestones', { cancelled: true }],
      ['POST', '/links', undefined],
      ['DELETE', '', undefined],
    ] as const
    for (const name of ['A-1', mine.id]) {
      for (const [method, path, body] of tries) {
        expect((await api(method, `/orders/${name}${path}`, body)).status).toBe(404)
      }
    }
    await b.api('DELETE', '/orders/A-1')
    expect((await a.api('GET', '/orders/A-1')).body).toEqual(mine)
  })

  test('cannot reach each other’s carrier accounts', async () => {
    const account = { carrier: 'sandbox', name: 'mine' }
    const { body: made } = await a.api<{ id: string }>('POST', '/carrier-accounts', account)
    for (const [method, body] of [['GET'], ['PATCH', { name: 'theirs' }], ['DELETE']] as const) {
      const answer = await b.api<Problem>(method, `/carrier-accounts/${made.id}`, body)
      expect([answer.status, answer.body.code]).toEqual([404, 'carrier_account_not_found'])
    }
    expect((await b.api('GET', '/carrier-accounts')).body).toEqual({ accounts: [] })
    expect((await a.api('GET', `/carrier-accounts/${made.id}`)).body).toMatchObject(account)
  })
})
