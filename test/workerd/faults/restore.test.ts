/** D1 put back to an hour ago, and repaired from the objects: nothing of that hour is lost, nothing erased returns. */
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, HOUR } from '../../../worker/lib/clock.ts'
import type { Merchant, Order, Page } from '../../support/workerd-api.ts'
import { newMerchant, operator, orderBody } from '../../support/workerd-api.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-06-10T10:00:00Z')

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const TABLES = ['orders', 'shipments', 'tombstones', 'watermarks', 'dead_letters'] as const
type Snapshot = Readonly<Record<string, readonly Record<string, unknown>[]>>

async function backup(database: D1Database): Promise<Snapshot> {
  const rows = await Promise.all(
    TABLES.map((table) => database.prepare(`SELECT * FROM ${table}`).all()),
  )
  return Object.fromEntries(TABLES.map((table, index) => [table, rows[index]?.results ?? []]))
}

async function restore(database: D1Database, snapshot: Snapshot): Promise<void> {
  for (const table of TABLES) {
    await database.prepare(`DELETE FROM ${table}`).run()
    for (const row of snapshot[table] ?? []) {
      const columns = Object.keys(row)
      const places = columns.map(() => '?').join(', ')
      await database
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`)
        .bind(...Object.values(row))
        .run()
    }
  }
}

async function reproject(merchant: Merchant): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const path: string = `/merchants/${merchant.id}/reproject?after=${after}`
    const { body } = await operator<{ next: string | null }>('POST', path)
    after = body.next
  }
}

const place = async ({ api }: Merchant, number: string) =>
  (await api<Order>('POST', '/orders', body(number))).body

const body = (number: string) =>
  orderBody(number, {
    buyer: { name: 'Sara Haddad' },
    shipments: [{ carrier: 'sandbox', tracking_number: `SBX-IAT-1-${number.replace('-', '')}` }],
  })

const listed = async ({ api }: Merchant) =>
  (await api<Page>('GET', '/orders')).body.orders.map(({ number, version, state }) => ({
    number,
    version,
    state,
  }))

const objectSays = async ({ api }: Merchant, number: string) => {
  const { version, state } = (await api<Order>('GET', `/orders/${number}`)).body
  return { number, version, state }
}

/** An order that stays as it is, one that moves on within the hour, one that is erased within it. */
async function anHour() {
  const merchant = await newMerchant()
  const platform = new Platform()
  const [still, moving, erased] = [
    await place(merchant, 'R-1'),
    await place(merchant, 'R-2'),
    await place(merchant, 'R-3'),
  ]
  const before = await backup(env.DB)
  vi.setSystemTime(Date.now() + HOUR)
  await merchant.api('POST', '/orders/R-2/milestones', { packed: true })
  await merchant.api('POST', '/orders/R-2/shipments', {
    carrier: 'sandbox',
    tracking_number: 'SBX-IATTOD-1-R2b',
  })
  await merchant.api('DELETE', '/orders/R-3')
  return { merchant, platform, before, still, moving, erased }
}

test('record and objects agree again, and the wheel turns on from where it was', async () => {
  const { merchant, platform, before, moving } = await anHour()
  await platform.tick()
  await platform.drain()
  await restore(env.DB, before)
  expect((await listed(merchant)).map(({ number }) => number)).toContain('R-3')
  await reproject(merchant)
  for (const row of await listed(merchant)) {
    expect(row).toEqual(await objectSays(merchant, row.number))
  }
  expect((await rowsOf(moving.id)).shipments).toHaveLength(2)
  await platform.tick()
  await platform.drain()
  const after = await listed(merchant)
  expect(after.map(({ number }) => number).sort()).toEqual(['R-1', 'R-2'])
  for (const row of after) expect(row).toEqual(await objectSays(merchant, row.number))
})

test('an order placed in that hour is back with the shop’s next word on it', async () => {
  const { merchant, before } = await anHour()
  const late = await place(merchant, 'R-4')
  await restore(env.DB, before)
  expect((await rowsOf(late.id)).orders).toEqual([])
  expect(await objectSays(merchant, 'R-4')).toMatchObject({ version: 1 })
  await place(merchant, 'R-4')
  expect(await listed(merchant)).toContainEqual(await objectSays(merchant, 'R-4'))
})

describe('an order erased in that hour', () => {
  const isGone = async (merchant: Merchant, id: string) => {
    expect(await rowsOf(id)).toMatchObject({ orders: [], shipments: [], tombstones: [{}] })
    expect((await merchant.api('GET', '/orders/R-3')).status).toBe(404)
    expect((await merchant.api('POST', '/orders', body('R-3'))).status).toBe(410)
  }

  test('is taken out again by the repair, tombstone and all', async () => {
    const { merchant, before, erased } = await anHour()
    await restore(env.DB, before)
    expect((await rowsOf(erased.id)).orders).toHaveLength(1)
    expect((await merchant.api('GET', '/orders/R-3')).status).toBe(404)
    await reproject(merchant)
    await isGone(merchant, erased.id)
  })

  test('is taken out again by its own alarm where nobody repairs', async () => {
    const { merchant, before, erased } = await anHour()
    await restore(env.DB, before)
    vi.setSystemTime(Date.now() + 15 * DAY)
    expect(await runDurableObjectAlarm(env.ORDER.getByName(erased.id))).toBe(true)
    await isGone(merchant, erased.id)
  })

  test('is in the record’s keeping when its object lets go', async () => {
    const { merchant, before, erased } = await anHour()
    await restore(env.DB, before)
    vi.setSystemTime(Date.now() + 60 * DAY)
    expect(await runDurableObjectAlarm(env.ORDER.getByName(erased.id))).toBe(true)
    await isGone(merchant, erased.id)
  })

  test('is not brought back by polls of the rows that came back', async () => {
    const { merchant, platform, before, erased } = await anHour()
    await restore(env.DB, before)
    await env.DB.prepare('DELETE FROM watermarks').run()
    await platform.tick()
    const asked = platform.sent.flatMap(({ body }) => (body.kind === 'poll' ? body.parcels : []))
    expect(asked.map(({ number }) => number)).toContain('SBX-IAT-1-R3')
    await platform.drain()
    expect((await merchant.api('GET', '/orders/R-3')).status).toBe(404)
    await reproject(merchant)
    await isGone(merchant, erased.id)
  })
})
