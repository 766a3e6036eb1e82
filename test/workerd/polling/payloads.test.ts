/** Every recorded answer of the live UPS API, served over HTTP and followed to the order. */
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { remoteFake } from '../../support/fake-remote.ts'
import type { Shop } from '../../support/workerd-shop.ts'
import { openShop, orderOf } from '../../support/workerd-shop.ts'
import { nextDue, turnTo } from '../../support/workerd-wheel.ts'

const fakeUps = remoteFake('ups')

interface Shown {
  version: number
  shipments: {
    milestone: string
    legs: { outcome: string }[]
    scans: {
      text: string | null
      local: string | null
      at: string | null
      milestone: string | null
    }[]
  }[]
}

interface Wire {
  trackResponse?: { shipment: { inquiryNumber?: string; package?: { activity: unknown[] }[] }[] }
}

const recorded = Object.entries(inject('payloads') ?? {})
  .filter(([, payload]) => payload.content_type === 'application/json')
  .map(([name, payload]) => ({ name, wire: JSON.parse(payload.response) as Wire }))

const tracked = recorded.filter(({ wire }) => wire.trackResponse?.shipment[0]?.package)
const unknown = recorded.filter(
  ({ wire }) => wire.trackResponse && !wire.trackResponse.shipment[0]?.package,
)

const MILESTONES: Readonly<Record<string, string>> = {
  // The placeholder's only code is in no table of UPS: nothing is guessed from it.
  'karrio.tracking': 'pending',
  'karrio.tracking__2024-01-20': 'pending',
  'karrio.tracking__ups_freight__2023-06-04': 'delivered',
  'omniship.ups_left_not_arrived': 'in_transit',
  'omniship.ups_mi': 'in_transit',
  postman_tracking_success: 'delivered',
}

let shop: Shop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  shop = await openShop()
  await shop.call('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: { client_id: 'id', client_secret: 'secret' },
  })
})
afterAll(() => vi.useRealTimers())

/** Places an order for the number, turns the wheel, and waits for what comes of it. */
async function follow(name: string, number: string, wire: Wire, outcome: string): Promise<Shown> {
  await fakeUps.set(number, { body: wire })
  await shop.call('POST', '/orders', {
    ...orderOf(name),
    shipments: [{ carrier: 'ups', tracking_number: number, shipped_at: '2021-01-01T00:00:00Z' }],
  })
  await turnTo(nextDue('ups', number, 'pending'))
  return vi.waitFor(
    async () => {
      const order = await shop.call<Shown>('GET', `/orders/${encodeURIComponent(name)}`)
      expect(order.shipments[0]?.legs[0]?.outcome).toBe(outcome)
      return order
    },
    { timeout: 10_000, interval: 50 },
  )
}

describe.skipIf(recorded.length === 0)('recorded answers of UPS', () => {
  it.each(tracked)('$name: every scan arrives, oldest first', async ({ name, wire }) => {
    const number = `1ZPATH${tracked.findIndex((it) => it.name === name)}0000000001`
    const order = await follow(name, number, wire, 'found')
    const [shipment] = order.shipments
    const [activity = []] = (wire.trackResponse?.shipment[0]?.package ?? []).map(
      (it) => it.activity,
    )
    expect(shipment?.scans).toHaveLength(activity.length)
    const times = (shipment?.scans ?? []).map((scan) => Date.parse(scan.at ?? `${scan.local}Z`))
    expect(times).toEqual([...times].sort((a, b) => a - b))
    if (name in MILESTONES) expect(shipment?.milestone).toBe(MILESTONES[name])
  })

  it.each(unknown)(
    '$name: the order says the carrier does not know the number',
    async ({ name, wire }) => {
      const number = `1ZPATH9${unknown.findIndex((it) => it.name === name)}000000002`
      const order = await follow(name, number, wire, 'not_found')
      expect(order.shipments[0]).toMatchObject({ milestone: 'pending', scans: [] })
    },
  )
})
