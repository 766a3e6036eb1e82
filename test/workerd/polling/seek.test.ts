/** A shipment without a carrier, on the whole belt: who may know its number is asked, who knew is remembered. */
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { factsOf, remoteFake } from '../../support/fake-remote.ts'
import type { FakeId } from '../../support/fakes.ts'
import type { Shop } from '../../support/workerd-shop.ts'
import { openShop, orderOf } from '../../support/workerd-shop.ts'
import { nextDue, turnTo } from '../../support/workerd-wheel.ts'

interface Shown {
  readonly id: string
  readonly state: string
  readonly situation: string
  readonly version: number
  readonly link: string
  readonly shipments: readonly {
    readonly id: string
    readonly carrier: string | null
    readonly carrier_url: string | null
    readonly legs: readonly { readonly carrier: string | null; readonly outcome: string }[]
    readonly scans: readonly unknown[]
  }[]
}

const delhivery = remoteFake('delhivery')
const canadapost = remoteFake('canadapost')

/** Belt and objects take their time; no test waits longer than it must. */
const PATIENCE = { timeout: 10_000, interval: 50 }

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

/** Numbers of Delhivery's form, each a test's own. */
let count = 0
function newNumber(): string {
  count += 1
  return `4480099${String(Date.now() % 1e6).padStart(6, '0')}${count}`
}

const connect = (shop: Shop, carrier: FakeId, more: Readonly<Record<string, string>> = {}) =>
  shop.call<{ id: string }>('POST', '/carrier-accounts', {
    carrier,
    name: carrier,
    credentials: { ...factsOf(carrier).credentials, ...more },
  })

const place = (shop: Shop, name: string, shipment: Readonly<Record<string, unknown>>) =>
  shop.call<Shown>('POST', '/orders', { ...orderOf(name), shipments: [shipment] })

const shown = (shop: Shop, name: string) => shop.call<Shown>('GET', `/orders/${name}`)

const until = (shop: Shop, name: string, holds: (order: Shown) => boolean): Promise<Shown> =>
  vi.waitFor(async () => {
    const order = await shown(shop, name)
    if (!holds(order)) throw new Error(`not yet: ${JSON.stringify(order).slice(0, 400)}`)
    return order
  }, PATIENCE)

const outcomeOf = ({ shipments }: Shown) => shipments[0]?.legs[0]?.outcome
const isFound = (order: Shown) => outcomeOf(order) === 'found'

const turn = (number: string) => turnTo(nextDue('', number, 'pending'))

const timesAsked = async (fake: typeof delhivery | typeof canadapost, number: string) =>
  (await fake.requests()).filter((request) => request.path.includes(number)).length

/** On its way: within the three days in which scans are of this parcel. */
const justNow = () => [new Date(Date.now()).toISOString().slice(0, 19)]

// A number goes over the belt once for each who is asked, and the belt takes its time.
describe('a shipment without a carrier', { timeout: 30_000 }, () => {
  it('is asked about at the likeliest, then at the next, and from then on at who knew it', async () => {
    const shop = await openShop()
    const account = await connect(shop, 'canadapost')
    await connect(shop, 'delhivery')
    const number = newNumber()
    await delhivery.sees([number], justNow())
    const placed = await place(shop, 'sought', {
      tracking_number: number,
      carrier_account: account.id,
    })
    expect(placed.shipments).toMatchObject([{ id: number, carrier: null, carrier_url: null }])

    await turn(number)
    const found = await until(shop, 'sought', isFound)
    expect(found.shipments).toMatchObject([
      { id: number, carrier: 'delhivery', legs: [{ carrier: 'delhivery', outcome: 'found' }] },
    ])
    expect(found.shipments[0]?.scans).toHaveLength(1)
    expect(found.state).toBe('in_transit')
    const before = [await timesAsked(canadapost, number), await timesAsked(delhivery, number)]
    expect(before[0]).toBeGreaterThan(0)

    await turnTo(nextDue('delhivery', number, 'in_transit'))
    await vi.waitFor(
      async () => expect(await timesAsked(delhivery, number)).toBe((before[1] ?? 0) + 1),
      PATIENCE,
    )
    expect(await timesAsked(canadapost, number)).toBe(before[0])
    expect((await shown(shop, 'sought')).version).toBe(found.version)
  })

  it('said again without a carrier keeps who was found', async () => {
    const shop = await openShop()
    await connect(shop, 'delhivery')
    const number = newNumber()
    await delhivery.sees([number], justNow())
    await place(shop, 'again', { tracking_number: number })
    await turn(number)
    const found = await until(shop, 'again', isFound)
    const again = await place(shop, 'again', { tracking_number: number })
    expect(again.version).toBe(found.version)
    expect(again.shipments[0]?.carrier).toBe('delhivery')
  })

  it('that nobody knows yet is asked about again at its next turn', async () => {
    const shop = await openShop()
    const account = await connect(shop, 'canadapost')
    await connect(shop, 'delhivery')
    const number = newNumber()
    await place(shop, 'early', { tracking_number: number, carrier_account: account.id })
    await turn(number)
    const unknown = await until(shop, 'early', (order) => outcomeOf(order) === 'not_found')
    expect(unknown).toMatchObject({ situation: 'number_unknown', shipments: [{ carrier: null }] })
    expect(await timesAsked(canadapost, number)).toBeGreaterThan(0)
    expect(await timesAsked(delhivery, number)).toBeGreaterThan(0)

    await delhivery.sees([number], justNow())
    await turn(number)
    expect((await until(shop, 'early', isFound)).shipments[0]?.carrier).toBe('delhivery')
  })

  it('that nobody can be asked about says so, until an account is connected', async () => {
    const shop = await openShop()
    const number = newNumber()
    await delhivery.sees([number], justNow())
    await place(shop, 'nobody', { tracking_number: number })
    await turn(number)
    const nobody = await until(shop, 'nobody', (order) => outcomeOf(order) === 'unaskable')
    expect(nobody.situation).toBe('untracked_carrier')

    await connect(shop, 'delhivery')
    await turn(number)
    expect((await until(shop, 'nobody', isFound)).shipments[0]?.carrier).toBe('delhivery')
  })

  it('goes to who delivers at the destination what another country’s post gave out', async () => {
    const shop = await openShop()
    await connect(shop, 'canadapost')
    const number = 'RB473124829US'
    await canadapost.sees([number], justNow())
    const address = { city: 'Ottawa', country: 'CA' }
    await shop.call('POST', '/orders', {
      ...orderOf('abroad', { delivery: { time_zone: 'America/Toronto', address } }),
      shipments: [{ tracking_number: number }],
    })
    await turn(number)
    expect((await until(shop, 'abroad', isFound)).shipments[0]?.carrier).toBe('canadapost')
  })

  it('of no known form goes to the only carrier there is an account at', async () => {
    const shop = await openShop()
    await connect(shop, 'canadapost')
    const number = `NO-FORM-${newNumber()}`
    await canadapost.sees([number], justNow())
    await place(shop, 'only', { tracking_number: number })
    await turn(number)
    expect((await until(shop, 'only', isFound)).shipments[0]?.carrier).toBe('canadapost')
  })

  it('is named on its page where its number can only be one carrier’s', async () => {
    const shop = await openShop()
    const order = await place(shop, 'named', { tracking_number: 'JD0002123456789012' })
    await turn('JD0002123456789012')
    await until(shop, 'named', ({ situation }) => situation === 'untracked_carrier')
    const html = await (await exports.default.fetch(order.link)).text()
    expect(html).toContain('Sent with Yodel')
  })

  it('is found by who pushes about it', async () => {
    const shop = await openShop()
    const { id: account } = await connect(shop, 'ups', { webhook_credential: 'push-secret' })
    const number = '1Z1442YY7229020001'
    await place(shop, 'pushed', { tracking_number: number, shipped_at: '2024-04-20T00:00:00Z' })
    const alert = {
      trackingNumber: number,
      localActivityDate: '20240423',
      localActivityTime: '091519',
      activityLocation: { city: 'Charlotte', stateProvince: 'NC', country: 'US' },
      activityStatus: { type: 'I', code: 'OT', description: 'Out for Delivery' },
      gmtActivityDate: '20240423',
      gmtActivityTime: '131519',
    }
    const pushed = await exports.default.fetch(`http://localhost:8787/hooks/ups/${account}`, {
      method: 'POST',
      headers: {
        credential: 'push-secret',
        'content-type': 'application/json',
      },
      body: JSON.stringify(alert),
    })
    expect(pushed.status).toBe(200)
    const found = await until(shop, 'pushed', ({ state }) => state === 'out_for_delivery')
    expect(found.shipments[0]?.carrier).toBe('ups')
    await vi.waitFor(async () => {
      const row = await env.DB.prepare('SELECT carrier FROM shipments WHERE order_id = ?1')
        .bind(found.id)
        .first()
      expect(row).toEqual({ carrier: 'ups' })
    }, PATIENCE)
  })
})
