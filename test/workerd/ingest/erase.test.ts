import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Order, Page, Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'

const PERSON = 'Sara Haddad'
const personal = (number: string) =>
  orderBody(number, {
    buyer: {
      name: PERSON,
      contacts: [{ channel: 'email', address: 's@x.example', consent: true }],
    },
    delivery: { address: { lines: ['1 Marina Walk'], country: 'AE' } },
    shipments: [untracked('DOVE1')],
  })

/** Every row of every table, as one text. */
async function everything(database: D1Database): Promise<string> {
  const { results: tables } = await database
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    )
    .all<{ name: string }>()
  const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all())
  return JSON.stringify((await Promise.all(rows)).map(({ results }) => results))
}

const stored = (id: string) =>
  runInDurableObject(env.ORDER.getByName(id), (_object, { storage }) => [...storage.kv.list()])

describe('an erased order', () => {
  test('is gone from the API, and its number answers 410 for good', async () => {
    const { api } = await newMerchant()
    await api('POST', '/orders', personal('E-1'))
    const answer = await api('DELETE', '/orders/E-1')
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect((await api('GET', '/orders/E-1')).status).toBe(404)
    expect((await api<Page>('GET', '/orders')).body.orders).toEqual([])
    for (const [path, body] of [
      ['/orders', personal('E-1')],
      ['/orders/E-1/shipments', untracked('DOVE2')],
      ['/orders/E-1/milestones', { packed: true }],
      ['/orders/E-1/links', undefined],
    ] as const) {
      const refused = await api<Problem>('POST', path, body)
      expect([refused.status, refused.body.code]).toEqual([410, 'order_erased'])
    }
  })

  test('can be erased again', async () => {
    const { api } = await newMerchant()
    await api('POST', '/orders', personal('E-1'))
    await api('DELETE', '/orders/E-1')
    expect((await api('DELETE', '/orders/E-1')).status).toBe(204)
  })

  test.each(['DB', 'DB_B'] as const)(
    'leaves a tombstone in %s and nothing of a person',
    async (shard) => {
      const { api } = await newMerchant({ shard })
      const { body } = await api<Order>('POST', '/orders', personal('E-77'))
      expect(await everything(env[shard])).toContain(PERSON)
      await api('DELETE', '/orders/E-77')
      const left = await everything(env[shard])
      for (const trace of [PERSON, 's@x.example', 'Marina', 'E-77', 'DOVE1']) {
        expect(left).not.toContain(trace)
      }
      const tombstone = await env[shard]
        .prepare('SELECT merchant FROM tombstones WHERE order_id = ?')
        .bind(body.id)
        .first('merchant')
      expect(tombstone).not.toBeNull()
    },
  )

  test('leaves in its object no more than that it was erased', async () => {
    const { api, id: merchant } = await newMerchant()
    const { body } = await api<Order>('POST', '/orders', personal('E-1'))
    expect(JSON.stringify(await stored(body.id))).toContain(PERSON)
    await api('DELETE', '/orders/E-1')
    expect(await stored(body.id)).toEqual([
      ['erased', { at: expect.any(Number), reference: { id: body.id, merchant, shard: 'DB' } }],
    ])
  })

  test('is refused by an Idempotency-Key that once made it', async () => {
    const { api } = await newMerchant()
    const keyed = { headers: { 'idempotency-key': 'k' } }
    await api('POST', '/orders', personal('E-1'), keyed)
    await api('DELETE', '/orders/E-1')
    expect((await api('POST', '/orders', personal('E-1'), keyed)).status).toBe(410)
  })
})
