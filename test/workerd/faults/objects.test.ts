/** Objects that are reset, evicted or overloaded in the middle of what they do. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { accountStub } from '../../../worker/polling/stub.ts'
import { remoteFake } from '../../support/fake-remote.ts'
import { anySeed, chance } from '../../support/random.ts'
import type { Order } from '../../support/workerd-api.ts'
import { D1_TEXTS, failD1, OBJECT_ERRORS, reset } from '../../support/workerd-faults.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

const fakeUps = remoteFake('ups')

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-08-01T10:00:00Z')
const SINCE = NOW - 60_000

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** UPS's word for a number it does not know. */
const NOT_FOUND = {
  response: { errors: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] },
}

interface Shown extends Order {
  readonly shipments: readonly {
    readonly id: string
    readonly tracking_number: string
    readonly scans: readonly { readonly code: string }[]
  }[]
}

const shown = async (shop: Storefront, number: string) =>
  (await shop.api<Shown>('GET', `/orders/${number}`)).body

const scansOf = (order: Shown): string =>
  (order.shipments[0]?.scans ?? []).map(({ code }) => code).join('')

async function placeStories(shop: Storefront, many: number): Promise<Order[]> {
  const orders: Order[] = []
  for (let index = 0; index < many; index += 1) {
    const parcel = {
      carrier: 'sandbox',
      tracking_number: `SBX-IATTOD-1-O${index}`,
      shipped_at: new Date(SINCE).toISOString(),
    }
    orders.push(await shop.place({ ...orderOf(`O-${index}`), shipments: [parcel] }))
  }
  return orders
}

const pollOf = (shop: Storefront, orders: readonly Order[], more: object = {}) => ({
  v: 1,
  kind: 'poll',
  merchant: shop.id,
  shard: shop.shard,
  carrier: 'sandbox',
  account: null,
  minute: null,
  parts: 1,
  part: 0,
  parcels: orders.map(({ id, shipments: [first] }) => ({
    number: first?.tracking_number ?? '',
    since: SINCE,
    targets: [{ order: id, shipment: first?.id ?? '', leg: 0, digest: '' }],
  })),
  ...more,
})

async function expectWhole(shop: Storefront, orders: readonly Order[]): Promise<void> {
  for (const { id, number } of orders) {
    const order = await shown(shop, number)
    expect([number, scansOf(order)]).toEqual([number, 'IATTOD'])
    expect((await rowsOf(id)).orders[0]).toMatchObject({ version: order.version })
  }
}

const seed = Number(process.env.SEED ?? anySeed())

describe('objects that are reset while their news is recorded', () => {
  test.each([0, 1, 2, 3])('have every scan once afterwards (SEED=%#)', async (run) => {
    const random = chance(seed + run)
    const shop = await openStorefront()
    const orders = await placeStories(shop, 12)
    const platform = new Platform()
    platform.put('polls', pollOf(shop, orders))
    const working = platform.deliverDue()
    for (const { id } of random.shuffled(orders)) {
      for (let turns = random.between(0, 20); turns > 0; turns -= 1) await Promise.resolve()
      await reset(env.ORDER.getByName(id))
    }
    await working
    await platform.drain()
    await expectWhole(shop, orders)
    const again = new Platform()
    again.put('polls', pollOf(shop, orders))
    await again.drain()
    await expectWhole(shop, orders)
  })

  test.each([
    ['overloaded', 1],
    ['tooMuchLoad', 1],
    ['codeUpdated', 3],
    ['storageReset', 3],
  ] as const)(
    '%s: each is asked %i times, then its parcel goes back, and nothing is lost',
    async (kind, tries) => {
      const shop = await openStorefront()
      const orders = await placeStories(shop, 2)
      const platform = new Platform()
      platform.put('polls', pollOf(shop, orders))
      const asked = vi.fn()
      const broken = { getByName: () => ({ record }) }
      const record = (...parameters: unknown[]) => {
        asked(...parameters)
        return Promise.reject(OBJECT_ERRORS[kind]())
      }
      const { ORDER } = platform.env
      Object.assign(platform.env, { ORDER: broken })
      await platform.deliverDue()
      expect(asked).toHaveBeenCalledTimes(tries * orders.length)
      Object.assign(platform.env, { ORDER })
      expect(platform.waiting).toHaveLength(1)
      await platform.drain()
      await expectWhole(shop, orders)
    },
  )
})

describe('an account’s object that is reset in the middle of a lease', () => {
  test('claims no minute as finished, and the message comes again', async () => {
    const shop = await openStorefront()
    const { body: account } = await shop.api<{ id: string }>('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: { client_id: 'id', client_secret: 'secret' },
    })
    const number = '1ZLEASE000000001'
    await fakeUps.set(number, { status: 404, body: NOT_FOUND, drip: 10 })
    const order = await shop.place({
      ...orderOf('LEASE-1'),
      shipments: [{ carrier: 'ups', tracking_number: number }],
    })
    const platform = new Platform()
    platform.put('polls', pollOf(shop, [order], { carrier: 'ups', minute: 42 }))
    const working = platform.deliverDue()
    await vi.waitFor(async () => {
      const requests = await fakeUps.requests()
      expect(requests.some((request) => request.number === number)).toBe(true)
    })
    await reset(accountStub(env, shop.id, account.id))
    await fakeUps.set(number, { status: 404, body: NOT_FOUND })
    await working
    expect(platform.log.map(({ outcome }) => outcome)).toEqual(['retry'])
    expect(await accountStub(env, shop.id, account.id).status()).toMatchObject({
      polled_through: null,
    })
    await platform.drain()
    const status = await accountStub(env, shop.id, account.id).status()
    expect(status.polled_through).toBe(42)
    expect(await shown(shop, 'LEASE-1')).toMatchObject({
      shipments: [{ legs: [{ outcome: 'not_found' }] }],
    })
  }, 30_000)
})

test('an alarm that fails seven times goes on trying, ever more slowly, and then does its work', async () => {
  const shop = await openStorefront()
  failD1(D1_TEXTS.lost, /INSERT INTO orders/)
  const order = await shop.place(orderOf('ALARM-1'))
  const stub = env.ORDER.getByName(order.id)
  const waits: number[] = []
  for (let failures = 0; failures < 7; failures += 1) {
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    const at = await runInDurableObject(stub, (_object, { storage }) => storage.getAlarm())
    waits.push((at ?? 0) - Date.now())
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits[0]).toBeGreaterThan(0)
  expect((await rowsOf(order.id)).orders).toEqual([])
  vi.restoreAllMocks()
  expect(await runDurableObjectAlarm(stub)).toBe(true)
  expect((await rowsOf(order.id)).orders).toMatchObject([{ version: order.version }])
})
