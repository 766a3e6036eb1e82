import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Merchant, Order, Page, Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'
import { D1_TEXTS, failD1 } from '../../support/workerd-faults.ts'

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const SECRET = 'the-webhook-credential-of-this-account'
const ACCOUNT = {
  carrier: 'ups',
  name: 'Warehouse',
  credentials: { client_id: 'id', client_secret: 'secret', webhook_credential: SECRET },
}

const listed = async ({ api }: Merchant) =>
  (await api<Page>('GET', '/orders')).body.orders.map(({ number, version }) => [number, version])

function expectBusy({ status, body, headers }: Awaited<ReturnType<Merchant['api']>>): void {
  expect([status, (body as Problem).code]).toEqual([503, 'busy'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
}

describe.each(Object.entries(D1_TEXTS))('while D1 is away (%s)', (_name, text) => {
  test('nothing is half done: each call is busy, and works when it is tried again', async () => {
    const merchant = await newMerchant()
    await merchant.api('POST', '/orders', orderBody('known'))
    const calls = [
      ['POST', '/orders', orderBody('new'), 201],
      ['GET', '/orders', undefined, 200],
      ['DELETE', '/orders/known', undefined, 204],
      ['POST', '/carrier-accounts', ACCOUNT, 201],
      ['GET', '/carrier-accounts', undefined, 200],
      ['PUT', '/brand', { name: 'Lamps' }, 200],
    ] as const
    failD1(text)
    for (const [method, path, body] of calls) expectBusy(await merchant.api(method, path, body))
    vi.restoreAllMocks()
    for (const [method, path, body, status] of calls) {
      expect((await merchant.api(method, path, body)).status, `${method} ${path}`).toBe(status)
    }
    expect(await listed(merchant)).toEqual([['new', 1]])
  })

  test('a known order is read and changed, and its alarm tells the record', async () => {
    const merchant = await newMerchant()
    const { body } = await merchant.api<Order>('POST', '/orders', orderBody('A-1'))
    failD1(text)
    expect((await merchant.api('GET', '/orders/A-1')).body).toEqual(body)
    const shipped = await merchant.api('POST', '/orders/A-1/shipments', untracked('DOVE1'))
    expect(shipped.status).toBe(200)
    vi.restoreAllMocks()
    expect(await listed(merchant)).toEqual([['A-1', 1]])
    expect(await runDurableObjectAlarm(env.ORDER.getByName(body.id))).toBe(true)
    expect(await listed(merchant)).toEqual([['A-1', 2]])
  })
})

describe('while D1 takes no projection', () => {
  test('an order is placed all the same, and its alarm tells the record', async () => {
    const merchant = await newMerchant()
    failD1(D1_TEXTS.lost, /INSERT INTO orders/)
    const { status, body } = await merchant.api<Order>('POST', '/orders', orderBody('A-1'))
    expect(status).toBe(201)
    expect(await listed(merchant)).toEqual([])
    const order = env.ORDER.getByName(body.id)
    await runDurableObjectAlarm(order)
    const later = await runInDurableObject(order, (_object, { storage }) => storage.getAlarm())
    expect(later, 'the alarm tries again').not.toBeNull()
    vi.restoreAllMocks()
    expect(await runDurableObjectAlarm(order)).toBe(true)
    expect(await listed(merchant)).toEqual([['A-1', 1]])
  })

  test('an erasure that was begun is finished by the alarm', async () => {
    const merchant = await newMerchant()
    const { body } = await merchant.api<Order>('POST', '/orders', orderBody('A-1'))
    failD1(D1_TEXTS.overloaded, /tombstones \(/)
    expectBusy(await merchant.api('DELETE', '/orders/A-1'))
    expect((await merchant.api('GET', '/orders/A-1')).status).toBe(404)
    vi.restoreAllMocks()
    expect(await runDurableObjectAlarm(env.ORDER.getByName(body.id))).toBe(true)
    expect(await listed(merchant)).toEqual([])
  })
})

test('a statement that is wrong is our mistake, not a passing one', async () => {
  const { api } = await newMerchant()
  failD1('D1_ERROR: no such column: surprise: SQLITE_ERROR')
  const { status, body } = await api<Problem>('GET', '/orders')
  expect([status, body.code]).toEqual([500, 'internal'])
  expect(JSON.stringify(body)).not.toContain('surprise')
})

test('what is logged of a failure holds ids and codes, never what was sent', async () => {
  const { api } = await newMerchant()
  const lines: unknown[] = []
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(line))
  }
  failD1(D1_TEXTS.overloaded)
  await api('POST', '/carrier-accounts', ACCOUNT)
  await api('PUT', '/brand', { name: 'Sara Haddad' })
  await api('POST', '/orders', orderBody('A-1', { buyer: { name: 'Sara Haddad' } }))
  expect(lines.join()).toContain('request_failed')
  expect(lines.join()).toContain('overloaded')
  for (const secret of [SECRET, 'Sara', 'insert into']) expect(lines.join()).not.toContain(secret)
})
