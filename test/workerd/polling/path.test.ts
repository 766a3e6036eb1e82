/** The whole path: tick, belt, account, carrier, object, record, page. */
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { carriers } from '../../../worker/carriers/registry.ts'
import { factsOf, fakeIds, remoteFake } from '../../support/fake-remote.ts'
import type { Shop } from '../../support/workerd-shop.ts'
import { openShop, orderOf } from '../../support/workerd-shop.ts'
import { nextDue, tickNow, turnTo } from '../../support/workerd-wheel.ts'

const fakeUps = remoteFake('ups')

interface Shown {
  id: string
  state: string
  condition: string
  version: number
  link: string
  grant_link: string
  shipments: {
    milestone: string
    reason: string | null
    delivered_at: string | null
    legs: { outcome: string }[]
    scans: { code: string; at: string | null; local: string; milestone: string | null }[]
  }[]
}

/** Belt and objects take their time; no test waits longer than it must. */
const PATIENCE = { timeout: 10_000, interval: 50 }

const CREDENTIALS = { client_id: 'id', client_secret: 'secret', webhook_credential: 'push-secret' }

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

async function upsShop(): Promise<Shop & { account: string }> {
  const shop = await openShop()
  const { id } = await shop.call<{ id: string }>('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: CREDENTIALS,
  })
  return { ...shop, account: id }
}

const shown = (shop: Shop, number: string) => shop.call<Shown>('GET', `/orders/${number}`)

async function until(shop: Shop, number: string, holds: (order: Shown) => boolean): Promise<Shown> {
  return vi.waitFor(async () => {
    const order = await shown(shop, number)
    if (!holds(order)) throw new Error(`not yet: ${JSON.stringify(order).slice(0, 400)}`)
    return order
  }, PATIENCE)
}

/** The record follows the object by a moment. */
const expectRow = ({ id, version }: Shown, state: string) =>
  vi.waitFor(async () => {
    const row = await env.DB.prepare('SELECT state, version FROM orders WHERE id = ?1')
      .bind(id)
      .first()
    expect(row).toEqual({ state, version })
  }, PATIENCE)

const found = (order: Shown) => order.shipments[0]?.legs[0]?.outcome === 'found'
const page = async (link: string) => (await exports.default.fetch(link)).text()

const requestsFor = async (number: string) =>
  (await fakeUps.requests()).filter((request) => request.number === number)

describe('a recorded life', () => {
  const freight = inject('payloads')?.ups['karrio.tracking__ups_freight__2023-06-04']

  it.skipIf(!freight)('reaches page and record through tick, belt, object and D1', async () => {
    const shop = await upsShop()
    const number = '1ZR760R60332160282'
    vi.setSystemTime('2021-10-22T12:00:00Z')
    await fakeUps.set(number, { body: JSON.parse(freight?.response ?? '') })
    await shop.call('POST', '/orders', {
      ...orderOf('1001', { delivery: { time_zone: 'America/Detroit' } }),
      shipments: [
        { carrier: 'ups', tracking_number: number, shipped_at: '2021-10-18T12:00:00-04:00' },
      ],
    })
    await turnTo(nextDue('ups', number, 'pending'))
    const order = await until(shop, '1001', found)

    const [shipment] = order.shipments
    expect(shipment?.milestone).toBe('delivered')
    expect(shipment?.scans.map((scan) => scan.code)).toEqual([
      'MP',
      'XD',
      'OR',
      'DP',
      'AR',
      'DP',
      'AR',
      'DP',
      'AR',
      'YP',
      'OT',
      'FS',
    ])
    expect(shipment?.scans.at(-1)).toMatchObject({ at: null, local: '2021-10-21T14:33:16' })
    expect(shipment?.delivered_at).toBe('2021-10-21T14:33:16')

    // The object speaks first, the record a moment behind.
    await vi.waitFor(async () => {
      const row = await env.DB.prepare('SELECT state, version FROM orders WHERE id = ?1')
        .bind(order.id)
        .first()
      expect(row).toEqual({ state: 'delivered', version: order.version })
    })
    const html = await page(order.link)
    expect(html).toContain('Delivered')
    expect(html).toContain('ADRIAN')
    expect(html).not.toContain(number)
    expect(await page(order.grant_link)).toContain(number)
  })
})

it('an order with a parcel at every carrier hears from each of them', async () => {
  const shop = await openShop()
  vi.setSystemTime('2025-03-03T12:00:00Z')
  const times = ['2025-03-01T08:00:00', '2025-03-02T09:30:00']
  const numbers = fakeIds.map((carrier) => `${factsOf(carrier).prefix}77100000000001`)
  const shipments = fakeIds.map((carrier, index) => ({
    carrier,
    tracking_number: numbers[index] ?? '',
    shipped_at: '2025-03-01T00:00:00Z',
  }))
  for (const carrier of fakeIds) {
    await remoteFake(carrier).sees(numbers, times)
    const { credentials } = factsOf(carrier)
    await shop.call('POST', '/carrier-accounts', { carrier, name: 'Main', credentials })
  }
  await shop.call('POST', '/orders', { ...orderOf('all'), shipments })
  const dues = shipments.map(({ carrier, tracking_number }) =>
    nextDue(carrier, tracking_number, 'pending'),
  )
  for (const minute of dues.toSorted((one, other) => one - other)) await turnTo(minute)
  const order = await until(shop, 'all', ({ shipments: all }) =>
    all.every(({ legs }) => legs[0]?.outcome === 'found'),
  )

  for (const { scans } of order.shipments) {
    expect(scans.map(({ local }) => local)).toEqual(times)
  }
  await expectRow(order, 'in_transit')
  const html = await page(order.link)
  for (const carrier of fakeIds) expect(html).toContain(carriers[carrier].name)
})

describe('looking again', () => {
  it('wakes no object when the carrier says the same', async () => {
    const shop = await upsShop()
    const number = '1Z1442YY7229014688'
    await fakeUps.set(number, { body: moving(number) })
    await shop.call('POST', '/orders', order('same', number))
    await turnTo(nextDue('ups', number, 'pending'))
    const first = await until(shop, 'same', found)
    const asked = await requestsFor(number)
    await turnTo(nextDue('ups', number, 'in_transit'))
    await vi.waitFor(async () => {
      expect((await requestsFor(number)).length).toBe(asked.length + 1)
    }, PATIENCE)
    expect((await shown(shop, 'same')).version).toBe(first.version)
  })

  it('asks once about a number that two orders share, and tells both', async () => {
    const shop = await upsShop()
    const number = '1Z1442YY7229010001'
    await fakeUps.set(number, { body: moving(number) })
    await shop.call('POST', '/orders', order('twin-a', number))
    await shop.call('POST', '/orders', order('twin-b', number))
    await turnTo(nextDue('ups', number, 'pending'))
    await until(shop, 'twin-a', found)
    await until(shop, 'twin-b', found)
    expect(await requestsFor(number)).toHaveLength(1)
  })

  it('records that the carrier does not know a number, and later that it does', async () => {
    const shop = await upsShop()
    const number = '1Z1442YY7229010002'
    await shop.call('POST', '/orders', order('late', number))
    await turnTo(nextDue('ups', number, 'pending'))
    await until(shop, 'late', (it) => it.shipments[0]?.legs[0]?.outcome === 'not_found')
    await fakeUps.set(number, { body: moving(number) })
    await turnTo(nextDue('ups', number, 'pending'))
    expect((await until(shop, 'late', found)).state).toBe('in_transit')
  })

  it('follows a parcel whose account was connected after its order came in', async () => {
    const shop = await openShop()
    const number = '1Z1442YY7229010003'
    await fakeUps.set(number, { body: moving(number) })
    await shop.call('POST', '/orders', order('early', number))
    await turnTo(nextDue('ups', number, 'pending'))
    await shop.call('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: CREDENTIALS,
    })
    await turnTo(nextDue('ups', number, 'pending'))
    expect((await until(shop, 'early', found)).state).toBe('in_transit')
  })
})

describe('a push', () => {
  const alert = (number: string) => ({
    trackingNumber: number,
    localActivityDate: '20240423',
    localActivityTime: '091519',
    activityLocation: { city: 'Charlotte', stateProvince: 'NC', country: 'US' },
    activityStatus: { type: 'I', code: 'OT', description: 'Out for Delivery' },
    gmtActivityDate: '20240423',
    gmtActivityTime: '131519',
  })

  const push = (account: string, credential: string, body: unknown) =>
    exports.default.fetch(`http://localhost:8787/hooks/ups/${account}`, {
      method: 'POST',
      headers: { credential, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('reaches the order, and the same push again changes nothing', async () => {
    const shop = await upsShop()
    const number = '1Z1442YY7229010004'
    await shop.call('POST', '/orders', order('pushed', number, '2024-04-20T00:00:00Z'))
    expect((await push(shop.account, 'push-secret', alert(number))).status).toBe(200)
    const once = await until(shop, 'pushed', (it) => it.state === 'out_for_delivery')
    expect(once.shipments[0]?.scans[0]).toMatchObject({ at: '2024-04-23T09:15:19-04:00' })
    await push(shop.account, 'push-secret', alert(number))
    await push(shop.account, 'push-secret', alert('1Z1442YY7229010005'))
    await tickNow()
    expect((await shown(shop, 'pushed')).shipments[0]?.scans).toHaveLength(1)
  })

  it('is refused without the account’s secret, and for an account nobody has', async () => {
    const shop = await upsShop()
    const body = alert('1Z1442YY7229010006')
    expect((await push(shop.account, 'wrong', body)).status).toBe(401)
    expect((await push('nobody', 'push-secret', body)).status).toBe(404)
  })
})

function order(name: string, tracking_number: string, shipped_at = '2024-01-25T00:00:00Z') {
  return { ...orderOf(name), shipments: [{ carrier: 'ups', tracking_number, shipped_at }] }
}

function moving(number: string) {
  const scan = {
    location: { address: { city: 'PARAMUS', stateProvince: 'NJ', countryCode: 'US' } },
    status: { type: 'I', description: 'Departed from Facility', code: 'DP', statusCode: '005' },
    date: '20240126',
    time: '163000',
  }
  return {
    trackResponse: { shipment: [{ package: [{ trackingNumber: number, activity: [scan] }] }] },
  }
}
