/** Parcels of carriers a merchant has no account at, asked about and pushed over an aggregator's. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sha256, toHex } from '../../../worker/lib/bytes.ts'
import { jumpOverWaits, Platform, waitInVain } from '../../support/workerd-platform.ts'
import type { Shop } from '../../support/workerd-shop.ts'
import { openShop, orderOf } from '../../support/workerd-shop.ts'
import { windTo } from '../../support/workerd-wheel.ts'

const KEY = 'key-at-the-aggregator'
const HERE = 'http://localhost:8787'

interface Shown {
  readonly id: string
  readonly state: string
  readonly shipments: readonly {
    readonly carrier: string
    readonly scans: readonly { readonly milestone: string | null }[]
  }[]
}

interface Asked {
  readonly path: string
  readonly body: readonly { readonly number: string; readonly carrier?: number }[]
}

/** A track as 17TRACK writes it, with one event. */
const track = (number: string, stage: string, time: string, description: string) => ({
  number,
  carrier: 100002,
  track_info: {
    latest_status: { status: stage, sub_status: `${stage}_Other` },
    tracking: {
      providers: [
        {
          provider: { key: 100002, name: 'UPS' },
          events: [
            {
              time_iso: time,
              time_utc: time,
              description,
              location: 'Berlin',
              stage,
              sub_status: `${stage}_Other`,
            },
          ],
        },
      ],
    },
  },
})

let asked: Asked[] = []
let known: ReturnType<typeof track>[] = []
let waits: ReturnType<typeof jumpOverWaits>

/** 17TRACK on the wire: registers whatever it is told of, and knows what the test says. */
async function aggregator(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(String(input))
  const body = JSON.parse(String(init?.body)) as Asked['body']
  asked.push({ path: pathname, body })
  const numbers = body.map(({ number }) => number)
  const accepted = pathname.endsWith('register')
    ? numbers.map((number) => ({ origin: 1, number, carrier: 100002 }))
    : known.filter(({ number }) => numbers.includes(number))
  const rejected = numbers
    .filter((number) => !accepted.some((one) => one.number === number))
    .map((number) => ({ number, error: { code: -18019909, message: 'No tracking information' } }))
  return Response.json({ code: 0, data: { accepted, rejected } })
}

const requests = (path: string) => asked.filter((request) => request.path.endsWith(path))

async function shopOver(): Promise<{ shop: Shop; account: string }> {
  const shop = await openShop()
  const { id } = await shop.call<{ id: string }>('POST', '/carrier-accounts', {
    carrier: '17track',
    name: 'All',
    credentials: { api_key: KEY },
  })
  return { shop, account: id }
}

const place = (shop: Shop, name: string, carrier: string, tracking_number: string) =>
  shop.call<Shown>('POST', '/orders', {
    ...orderOf(name),
    shipments: [{ carrier, tracking_number, shipped_at: new Date(Date.now()).toISOString() }],
  })

const shown = (shop: Shop, name: string) => shop.call<Shown>('GET', `/orders/${name}`)

async function lookAt(platform: Platform, shop: Shop, carrier: string, number: string) {
  const { merchant } = shop
  platform.put('polls', { v: 1, kind: 'look', merchant, shard: 'DB', carrier, number })
  await platform.drain()
}

const cadenceOf = (order: string) =>
  env.DB.prepare('SELECT cadence FROM shipments WHERE order_id = ?1').bind(order).first('cadence')

const justNow = () => `${new Date(Date.now()).toISOString().slice(0, 19)}Z`

beforeEach(async () => {
  asked = []
  known = []
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-11-01T10:00:00Z') })
  vi.spyOn(globalThis, 'fetch').mockImplementation(aggregator)
  waits = jumpOverWaits()
  await windTo(Math.floor(Date.now() / 1000))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a parcel of a carrier without an account', () => {
  it('is registered once, then asked about, by the aggregator’s code for its carrier', async () => {
    const { shop } = await shopOver()
    const platform = new Platform()
    const number = '1Z0000000000000017'
    const { id } = await place(shop, 'over', 'ups', number)
    known = [track(number, 'InTransit', justNow(), 'Departed from facility')]
    await lookAt(platform, shop, 'ups', number)
    const order = await shown(shop, 'over')
    expect(order.shipments).toMatchObject([
      { carrier: 'ups', scans: [{ milestone: 'in_transit' }] },
    ])
    const registered = requests('register').flatMap(({ body }) => body)
    expect(registered).toEqual([{ number, carrier: 100002 }])
    expect(requests('gettrackinfo')[0]?.body).toEqual(registered)
    await lookAt(platform, shop, 'ups', number)
    expect(requests('register')).toHaveLength(1)
    expect(requests('gettrackinfo')).toHaveLength(2)
    expect(await cadenceOf(id)).toBe(240)
  })

  it('is pushed by the aggregator, and asked about once a day from then on', async () => {
    const { shop, account } = await shopOver()
    const platform = new Platform()
    const number = '1Z0000000000000018'
    const { id } = await place(shop, 'pushed', 'ups', number)
    await lookAt(platform, shop, 'ups', number)
    const data = track(number, 'OutForDelivery', justNow(), 'Out for delivery')
    const body = JSON.stringify({ event: 'TRACKING_UPDATED', data })
    const sign = toHex(await sha256(`${body}/${KEY}`))
    const call = (headers: Record<string, string>) =>
      platform.fetch(`${HERE}/hooks/17track/${account}`, { method: 'POST', headers, body })
    const refused = await call({ sign: 'another' })
    expect(refused.status).toBe(401)
    await refused.body?.cancel()
    expect((await call({ sign })).status).toBe(200)
    await platform.drain()
    expect((await shown(shop, 'pushed')).state).toBe('out_for_delivery')
    expect(await cadenceOf(id)).toBe(1440)
  })

  it('of another shop is not told what this one’s aggregator pushed', async () => {
    const { account } = await shopOver()
    const other = await shopOver()
    const platform = new Platform()
    const number = '1Z0000000000000019'
    await place(other.shop, 'theirs', 'ups', number)
    const data = track(number, 'Delivered', justNow(), 'Delivered')
    const body = JSON.stringify({ event: 'TRACKING_UPDATED', data })
    const sign = toHex(await sha256(`${body}/${KEY}`))
    const path = `${HERE}/hooks/17track/${account}`
    expect((await platform.fetch(path, { method: 'POST', headers: { sign }, body })).status).toBe(
      200,
    )
    await platform.drain()
    expect((await shown(other.shop, 'theirs')).shipments[0]?.scans).toEqual([])
  })

  it('is asked about again once an aggregator that was down answers, however many are new', async () => {
    const { shop, account } = await shopOver()
    const platform = new Platform()
    const numbers = Array.from({ length: 8 }, (_, index) => `1Z000000000000010${index}`)
    for (const [index, number] of numbers.entries())
      await place(shop, `new-${index}`, 'ups', number)
    vi.mocked(globalThis.fetch).mockImplementation(() =>
      Promise.resolve(new Response('', { status: 503 })),
    )
    for (const number of numbers) await lookAt(platform, shop, 'ups', number)
    const standing = () =>
      shop.call<{ connection: { state: string } }>('GET', `/carrier-accounts/${account}`)
    expect((await standing()).connection.state).not.toBe('closed')
    vi.mocked(globalThis.fetch).mockImplementation(aggregator)
    known = numbers.map((number) => track(number, 'InTransit', justNow(), 'Departed'))
    vi.setSystemTime(Date.now() + 20_000)
    // A wheel unit is longer than anybody waits for the next probe.
    waits.mockRestore()
    waitInVain()
    await lookAt(platform, shop, 'ups', numbers[0] ?? '')
    await lookAt(platform, shop, 'ups', numbers[1] ?? '')
    expect((await standing()).connection.state).toBe('closed')
    expect((await shown(shop, 'new-1')).shipments[0]?.scans).toHaveLength(1)
  })

  it('goes to the carrier’s own account once there is one', async () => {
    const { shop } = await shopOver()
    const platform = new Platform()
    const number = '44800719791441'
    await place(shop, 'own', 'delhivery', number)
    await shop.call('POST', '/carrier-accounts', {
      carrier: 'delhivery',
      name: 'Own',
      credentials: { token: 'a-token' },
    })
    asked = []
    vi.mocked(globalThis.fetch).mockImplementation(() =>
      Promise.resolve(Response.json({ Error: 'Data does not exists for provided Waybill(s)' })),
    )
    await lookAt(platform, shop, 'delhivery', number)
    expect(String(vi.mocked(globalThis.fetch).mock.lastCall?.[0])).toContain('/packages/json/')
    expect(asked).toEqual([])
  })
})

describe('what a carrier says that has no meaning yet', () => {
  interface Unmapped {
    readonly codes: readonly { readonly code: string | null; readonly count: number }[]
  }
  const unmapped = (shop: Shop) => shop.call<Unmapped>('GET', '/carriers/17track/unmapped')

  it('is counted and listed for the merchant whose parcels had it', async () => {
    const { shop } = await shopOver()
    const platform = new Platform()
    const number = '1Z0000000000000020'
    await place(shop, 'strange', 'ups', number)
    expect((await unmapped(shop)).codes).toEqual([])
    known = [track(number, 'Teleported', justNow(), 'Beamed up by Jane Doe')]
    await lookAt(platform, shop, 'ups', number)
    const { codes } = await unmapped(shop)
    expect(codes).toMatchObject([{ count: 1 }])
    expect(JSON.stringify(codes)).not.toContain('Jane')
    const other = await shopOver()
    expect((await unmapped(other.shop)).codes).toEqual([])
  })

  it('of a carrier nobody knows is not found', async () => {
    const { shop } = await shopOver()
    await expect(shop.call('GET', '/carriers/nobody/unmapped')).rejects.toThrow('carrier_unknown')
  })
})
