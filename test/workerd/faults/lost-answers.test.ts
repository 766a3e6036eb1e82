/** Writes that D1 carries out and then reports as failed: each has its effect once. */
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Merchant, Order } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'
import { loseAnswers } from '../../support/workerd-faults.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** `vi.restoreAllMocks` also gives the console back. */
const answersAgain = () => {
  vi.restoreAllMocks()
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
}

const versionIn = async (id: string) => {
  const { orders, shipments } = await rowsOf(id)
  return [orders.map((row) => row.version), shipments.length]
}

describe.each([
  ['once', 1],
  ['every time', Number.POSITIVE_INFINITY],
] as const)('an answer lost %s', (_name, times) => {
  test('to a projection: one row at the object’s version, and the shop is told of no failure', async () => {
    const { api } = await newMerchant()
    loseAnswers(/INSERT INTO (orders|shipments)|UPDATE (orders|shipments)/, times)
    const placed = await api<Order>(
      'POST',
      '/orders',
      orderBody('L-1', { shipments: [untracked('DOVE1')] }),
    )
    const shipped = await api<Order>('POST', '/orders/L-1/shipments', untracked('DOVE2'))
    expect([placed.status, shipped.status]).toEqual([201, 200])
    expect(await versionIn(placed.body.id)).toEqual([[shipped.body.version], 2])
    await runDurableObjectAlarm(env.ORDER.getByName(placed.body.id))
    answersAgain()
    const rows = await rowsOf(placed.body.id)
    await runDurableObjectAlarm(env.ORDER.getByName(placed.body.id))
    expect(await rowsOf(placed.body.id)).toEqual(rows)
    expect((await api<Order>('GET', '/orders/L-1')).body.version).toBe(shipped.body.version)
  })

  test('to an erasure: one tombstone, and nothing else is left', async () => {
    const { api } = await newMerchant()
    const { body } = await api<Order>(
      'POST',
      '/orders',
      orderBody('L-2', { shipments: [untracked('DOVE3')] }),
    )
    loseAnswers(/tombstones|DELETE FROM/, times)
    const { status } = await api('DELETE', '/orders/L-2')
    expect(status).toBe(times === 1 ? 204 : 503)
    answersAgain()
    expect((await api('DELETE', '/orders/L-2')).status).toBe(204)
    expect(await rowsOf(body.id)).toMatchObject({ orders: [], shipments: [], tombstones: [{}] })
    expect((await api('GET', '/orders/L-2')).status).toBe(404)
  })

  test('to a new account: the same call with the same key finds the one account there is', async () => {
    const merchant = await newMerchant()
    loseAnswers(/insert into "carrier_accounts"/, times)
    expect((await create(merchant)).status).toBe(503)
    answersAgain()
    const { status, body } = await create(merchant)
    expect(status).toBe(201)
    expect((await create(merchant)).body).toEqual(body)
    const { body: listed } = await merchant.api<{ accounts: unknown[] }>('GET', '/carrier-accounts')
    expect(listed.accounts).toEqual([body])
  })

  test('to a brand: its version counts one change', async () => {
    const { api } = await newMerchant()
    loseAnswers(/insert into "brands"/, times)
    expect((await api('PUT', '/brand', { name: 'Lamps' })).status).toBe(503)
    answersAgain()
    expect((await api('PUT', '/brand', { name: 'Lamps' })).body).toMatchObject({ version: 1 })
  })
})

const create = ({ api }: Merchant) =>
  api(
    'POST',
    '/carrier-accounts',
    { carrier: 'ups', name: 'Main', credentials: { client_id: 'id', client_secret: 'secret' } },
    { headers: { 'idempotency-key': 'account-1' } },
  )

describe('the wheel', () => {
  const MINUTE = 1_940_000_000
  const at = (minute: number) => vi.setSystemTime(minute * 1000)
  const mark = () =>
    env.DB.prepare("SELECT minute, lease_until FROM watermarks WHERE shard = 'DB'").first()

  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))

  async function turned(): Promise<Platform> {
    const platform = new Platform()
    at(MINUTE)
    const { api } = await newMerchant()
    const shipments = [{ carrier: 'sandbox', tracking_number: 'SBX-IAT-3600-lost' }]
    await api('POST', '/orders', orderBody('L-3', { shipments }))
    for (const database of [env.DB, env.DB_B])
      await database.prepare('DELETE FROM watermarks').run()
    await platform.tick()
    platform.sent.length = 0
    return platform
  }

  test('whose new mark was reported lost has moved once: nothing is sent again', async () => {
    const platform = await turned()
    loseAnswers(/UPDATE watermarks/, 1)
    at(MINUTE + 1)
    await platform.tick()
    expect(await mark()).toEqual({ minute: MINUTE + 1, lease_until: 0 })
    const sent = platform.sent.length
    expect(sent).toBeGreaterThan(0)
    await platform.tick()
    expect(platform.sent).toHaveLength(sent)
  })

  test('whose lease was taken and reported lost stands still no longer than the lease', async () => {
    const platform = await turned()
    loseAnswers(/INSERT INTO watermarks/, 1)
    at(MINUTE + 1)
    await platform.tick()
    await platform.tick()
    expect(platform.sent).toEqual([])
    at(MINUTE + 1 + 30)
    await platform.tick()
    // Ten minutes a tick, oldest first: none is left out.
    expect(await mark()).toEqual({ minute: MINUTE + 10, lease_until: 0 })
  })
})
