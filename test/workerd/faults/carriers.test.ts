/** A carrier that fails in every way it can, with the whole belt behind it. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { carriers } from '../../../worker/carriers/registry.ts'
import { Budget } from '../../../worker/polling/budget.ts'
import { accountStub } from '../../../worker/polling/stub.ts'
import type { FakeAnswer } from '../../support/fake-carrier.ts'
import { remoteFake } from '../../support/fake-remote.ts'
import type { Order } from '../../support/workerd-api.ts'
import { jumpOverWaits, Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

const fakeUps = remoteFake('ups')

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-09-01T10:00:00Z')
const SECOND = 1000

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(async () => {
  await fakeUps.fail(null)
  await fakeUps.failTokens(null)
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const MOVING = (number: string) => ({
  trackResponse: {
    shipment: [
      {
        package: [
          {
            trackingNumber: number,
            activity: [
              {
                status: { type: 'I', description: 'Departed', code: 'DP', statusCode: '005' },
                date: '20310901',
                time: '093000',
              },
              {
                status: { type: 'I', description: 'Arrived', code: 'AR', statusCode: '005' },
                date: '20310901',
                time: '083000',
              },
            ],
          },
        ],
      },
    ],
  },
})

interface Shown extends Order {
  readonly shipments: readonly {
    readonly id: string
    readonly tracking_number: string
    readonly scans: readonly { readonly code: string }[]
  }[]
}

interface Fleet {
  readonly shop: Storefront
  readonly account: string
  readonly orders: readonly Order[]
  readonly platform: Platform
  readonly numbers: readonly string[]
}

let fleets = 0

/** A shop with parcels that UPS knows two scans of. */
async function fleet(parcels: number): Promise<Fleet> {
  fleets += 1
  const shop = await openStorefront()
  const { body: account } = await shop.api<{ id: string }>('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: { client_id: 'id', client_secret: 'secret' },
  })
  const orders: Order[] = []
  const numbers = Array.from({ length: parcels }, (_, index) => `1ZFLEET${fleets}X${1000 + index}`)
  for (const [index, number] of numbers.entries()) {
    await fakeUps.set(number, { body: MOVING(number) })
    const shipments = [
      { carrier: 'ups', tracking_number: number, shipped_at: '2031-08-31T10:00:00Z' },
    ]
    orders.push(await shop.place({ ...orderOf(`C-${index}`), shipments }))
  }
  return { shop, account: account.id, orders, platform: new Platform(), numbers }
}

const pollOf = ({ shop, orders, numbers }: Fleet, minute: number) => ({
  v: 1,
  kind: 'poll',
  merchant: shop.id,
  shard: shop.shard,
  carrier: 'ups',
  account: null,
  minute,
  parts: 1,
  part: 0,
  parcels: numbers.map((number, index) => ({
    number,
    since: NOW - 86_400_000,
    targets: [
      {
        order: orders[index]?.id ?? '',
        shipment: orders[index]?.shipments[0]?.id ?? '',
        leg: 0,
        digest: '',
      },
    ],
  })),
})

/** How often each number of a fleet was asked about. */
async function requestsOf({ numbers }: Fleet): Promise<number> {
  const mine = new Set(numbers)
  return (await fakeUps.requests()).filter(({ number }) => number !== null && mine.has(number))
    .length
}

const statusOf = ({ shop, account }: Fleet) => accountStub(env, shop.id, account).status()

/** Every parcel has its two scans, each once. */
async function expectWhole({ shop, orders }: Fleet): Promise<void> {
  for (const { number } of orders) {
    const { body } = await shop.api<Shown>('GET', `/orders/${number}`)
    const codes = body.shipments[0]?.scans.map(({ code }) => code)
    expect([number, codes]).toEqual([number, ['AR', 'DP']])
  }
}

/** Turns of the wheel: each puts the poll on the belt again, as a tick would, until all is well. */
async function turns(one: Fleet, many: number): Promise<void> {
  const waits = jumpOverWaits()
  for (let turn = 0; turn < many; turn += 1) await turnOnce(one)
  waits.mockRestore()
}

async function turnOnce(one: Fleet): Promise<void> {
  vi.setSystemTime(Date.now() + 20 * SECOND)
  one.platform.put('polls', pollOf(one, Math.floor(Date.now() / SECOND)))
  await one.platform.drain()
}

const FAILURES: readonly (readonly [string, FakeAnswer])[] = [
  ['500s', { status: 500, body: 'broken' }],
  ['HTML with status 200', { headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }],
  ['429 without a time', { status: 429, body: {} }],
  ['429 with a time', { status: 429, headers: { 'retry-after': '7' }, body: {} }],
  ['a truncated body', { truncate: true, body: MOVING('1ZTRUNCATED') }],
  ['a changed schema', { body: { tracking: { v2: [] } } }],
]

describe('a carrier that answers with', () => {
  test.each(FAILURES)(
    '%s loses no scan and doubles none',
    async (_name, failure) => {
      const one = await fleet(8)
      await fakeUps.fail(failure)
      await turns(one, 2)
      expect(one.platform.log.every(({ outcome }) => outcome === 'ack')).toBe(true)
      await fakeUps.fail(null)
      await turns(one, 3)
      await expectWhole(one)
      expect((await statusOf(one)).down_since).toBeNull()
    },
    20_000,
  )
})

test('a token that runs out in the middle of a message costs one more, and no scan', async () => {
  const one = await fleet(6)
  await turns(one, 1)
  const before = (await fakeUps.requests()).filter(({ path }) => path.includes('oauth')).length
  await fakeUps.expireTokens()
  await turns(one, 1)
  const after = (await fakeUps.requests()).filter(({ path }) => path.includes('oauth')).length
  expect(after).toBe(before + 1)
  await expectWhole(one)
})

test('a carrier that hangs is given up on in time, and asked again later', async () => {
  const one = await fleet(1)
  await fakeUps.fail({ hang: true })
  await turns(one, 1)
  expect((await statusOf(one)).down_since).not.toBeNull()
  await fakeUps.fail(null)
  await turns(one, 2)
  await expectWhole(one)
}, 30_000)

describe('the breaker', () => {
  const DOWN = 'system is not answering'

  test('opens, says so on the page, lets one probe out at a time, and closes', async () => {
    const one = await fleet(8)
    await turns(one, 1)
    const [order] = one.orders
    const page = async () => (await one.platform.fetch(order?.link ?? '')).text()
    // Here time passes by itself: what waits for a short opening waits for real.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now(), shouldAdvanceTime: true })
    await fakeUps.fail({ status: 500, body: 'broken' })
    await turnOnce(one)
    expect((await statusOf(one)).down_since).not.toBeNull()
    // Each opening is longer; soon it is longer than a poll waits.
    await turnOnce(one)
    await turnOnce(one)
    vi.setSystemTime(Date.now() + SECOND)
    expect(await page()).toContain(DOWN)
    const asked = await requestsOf(one)
    const delivered = one.platform.log.length
    await turnOnce(one)
    const deliveries = one.platform.log.length - delivered
    expect(deliveries).toBeLessThanOrEqual(4)
    expect((await requestsOf(one)) - asked, 'one for each delivery').toBeLessThanOrEqual(deliveries)
    await fakeUps.fail(null)
    await turnOnce(one)
    await turnOnce(one)
    expect((await statusOf(one)).down_since).toBeNull()
    vi.setSystemTime(Date.now() + SECOND)
    expect(await page()).not.toContain(DOWN)
    await expectWhole(one)
  }, 30_000)
})

describe('budgets', () => {
  test('by the second hold to the request, whoever asks', async () => {
    const one = await fleet(40)
    const { perSecond } = carriers.ups.limits
    one.platform.put('polls', pollOf(one, 1))
    one.platform.put('polls', pollOf(one, 2))
    const started = performance.now()
    vi.useRealTimers()
    await one.platform.deliverDue()
    const seconds = (performance.now() - started) / SECOND
    expect(await requestsOf(one)).toBeLessThanOrEqual(Math.ceil(perSecond * (seconds + 1)))
  }, 20_000)

  test('by the day hold to the request, also for an object that lost its memory', () => {
    const limits = { perSecond: 1_000_000, perDay: 500 }
    let kept: ConstructorParameters<typeof Budget>[1]
    let granted = 0
    let at = NOW
    for (let life = 0; life < 7; life += 1) {
      const budget = new Budget(limits, kept, at, (reserved) => {
        kept = reserved
      })
      for (let asked = 0; asked < 110; asked += 1) {
        at += 10
        if (budget.take(at) === 0) granted += 1
      }
    }
    expect(granted).toBeLessThanOrEqual(500)
    expect(granted).toBeGreaterThan(450)
  })
})
