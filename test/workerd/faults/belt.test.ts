/** Queues that refuse, hang, double, shuffle and bring what nobody understands. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scan } from '../../../schema/report.ts'
import { report, scan } from '../../support/orders.ts'
import { anySeed, chance } from '../../support/random.ts'
import { newMerchant, orderBody } from '../../support/workerd-api.ts'
import { D1_TEXTS, failD1, QUEUE_TEXTS } from '../../support/workerd-faults.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const MINUTE = 1_941_000_000

beforeEach(async () => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: MINUTE * 1000 })
  for (const database of [env.DB, env.DB_B]) {
    await database.prepare('DELETE FROM watermarks').run()
    await database.prepare('UPDATE shipments SET cadence = NULL, slot = NULL').run()
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

interface Shown {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly shipments: readonly { readonly scans: readonly unknown[] }[]
}

const refuses = (text: string) => () => Promise.reject(new Error(text))

/** A send that hangs for 57 s; our own deadline strikes at once, so that the test need not wait. */
function hangs(): () => Promise<never> {
  const { setTimeout: real } = globalThis
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((late: () => void, after?: number) => {
    if (after !== 10_000) return real(late, after)
    queueMicrotask(late)
    return 0
  }) as typeof setTimeout)
  return () => new Promise<never>(() => {})
}

const FAULTS: readonly (readonly [string, () => () => Promise<never>])[] = [
  ['refuses as overloaded', () => refuses(QUEUE_TEXTS.overloaded)],
  ['answers with an internal error', () => refuses(QUEUE_TEXTS.internal)],
  ['hangs', hangs],
]

async function shopWith(number: string, shipments: readonly unknown[]) {
  const merchant = await newMerchant()
  const { body } = await merchant.api<Shown>('POST', '/orders', orderBody(number, { shipments }))
  return { merchant, order: body }
}

const story = (id: string) => ({
  carrier: 'sandbox',
  tracking_number: `SBX-IAT-1-${id}`,
  shipped_at: new Date(Date.now() - 60_000).toISOString(),
})

const watermark = () =>
  env.DB.prepare("SELECT minute, lease_until FROM watermarks WHERE shard = 'DB'").first()

describe.each(FAULTS)('a queue that %s', (_name, fault) => {
  test('holds up the tick, and the next one sends what was due', async () => {
    const { order } = await shopWith('Q-1', [story('tick')])
    const platform = new Platform()
    await platform.tick()
    await platform.drain()
    platform.sent.length = 0
    platform.sendFault = fault()
    vi.setSystemTime((MINUTE + 1) * 1000)
    await platform.tick()
    expect(await watermark()).toEqual({ minute: MINUTE, lease_until: 0 })
    platform.sendFault = null
    vi.setSystemTime((MINUTE + 2) * 1000)
    await platform.tick()
    expect(await watermark()).toEqual({ minute: MINUTE + 2, lease_until: 0 })
    const asked = platform.sent.flatMap(({ body }) => (body.kind === 'poll' ? body.parcels : []))
    const orders = asked.flatMap(({ targets }) => targets.map((target) => target.order))
    expect(orders).toContain(order.id)
  })

  test('lets no push go: the carrier is told to come again, and then it is taken', async () => {
    const merchant = await newMerchant()
    const { body: account } = await merchant.api<{ id: string }>('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: { client_id: 'id', client_secret: 'secret', webhook_credential: 'push-secret' },
    })
    const platform = new Platform()
    const push = async () => {
      const response = await platform.fetch(`http://localhost:8787/hooks/ups/${account.id}`, {
        method: 'POST',
        headers: { credential: 'push-secret', 'content-type': 'application/json' },
        body: JSON.stringify({
          trackingNumber: '1ZPUSH0000000001',
          localActivityDate: '20240423',
          localActivityTime: '091519',
          activityStatus: { type: 'I', code: 'OT', description: 'Out for Delivery' },
        }),
      })
      await response.body?.cancel()
      return [response.status, response.headers.get('retry-after')]
    }
    platform.sendFault = fault()
    expect(await push()).toEqual([503, '5'])
    platform.sendFault = null
    expect(await push()).toEqual([200, null])
    expect(platform.sent).toHaveLength(1)
  })
})

test('what a carrier left undone and no queue takes back is asked about again', async () => {
  const { merchant, order } = await shopWith('Q-2', [
    story('undone'),
    { carrier: 'sandbox', tracking_number: 'SBX-IAT-1-other' },
  ])
  const { shipments } = await shown(merchant, 'Q-2')
  expect(shipments).toHaveLength(2)
  const platform = new Platform()
  await platform.tick()
  // The object of this order does not answer, so its parcel goes back; and no queue takes it.
  const { getByName } = env.ORDER
  const broken = vi.spyOn(env.ORDER, 'getByName').mockImplementation(() => {
    throw new Error('Internal error')
  })
  platform.sendFault = refuses(QUEUE_TEXTS.overloaded)
  await platform.deliverDue()
  expect(platform.log.at(-1)?.outcome).toBe('retry')
  broken.mockRestore()
  expect(env.ORDER.getByName).toBe(getByName)
  platform.sendFault = null
  await platform.drain()
  expect((await rowsOf(order.id)).orders[0]?.state).toBe('in_transit')
})

const shown = async (
  merchant: { api: <Body>(method: string, path: string) => Promise<{ body: Body }> },
  number: string,
) => (await merchant.api<Shown>('GET', `/orders/${number}`)).body

describe('pushes that come twice, shuffled and in pieces', () => {
  const ORDERS = 6
  const SCANS: readonly Scan[] = [
    scan(0, { milestone: 'label_created' }),
    scan(5, { milestone: 'accepted' }),
    scan(9, { milestone: 'in_transit' }),
    scan(20, { milestone: 'out_for_delivery' }),
    scan(24, { milestone: 'attempt_failed', reason: 'recipient_absent' }),
    scan(44, { milestone: 'out_for_delivery', code: 'again' }),
    scan(46, { milestone: 'delivered' }),
  ]
  const shipment = (number: string) => ({
    carrier: 'ups',
    tracking_number: number,
    shipped_at: '2026-03-10T08:00:00Z',
  })

  const seed = Number(process.env.SEED ?? anySeed())
  test.each(Array.from({ length: 8 }, (_, run) => seed + run))(
    'end in one and the same order (SEED=%i)',
    async (one) => {
      const random = chance(one)
      const merchant = await newMerchant()
      const platform = new Platform()
      const orders: { readonly id: string; readonly number: string }[] = []
      const pushes: unknown[] = []
      for (let index = 0; index < ORDERS; index += 1) {
        const number = `P-${index}`
        const body = orderBody(number, { shipments: [shipment(`TRACK-${one}-${index}`)] })
        const { id } = (await merchant.api<Shown>('POST', '/orders', body)).body
        orders.push({ id, number })
        for (const piece of pieces(random.shuffled(SCANS), random.between(1, 3))) {
          pushes.push(pushOf(merchant.id, `TRACK-${one}-${index}`, piece))
        }
      }
      for (const body of random.shuffled(pushes)) platform.put('scans', body)
      await platform.deliverDue((due) => random.shuffled([...due, ...due.map(again)]))
      await platform.drain()
      for (const { id, number } of orders) {
        const order = await shown(merchant, number)
        expect(order.shipments[0]?.scans).toHaveLength(SCANS.length)
        expect(order.state).toBe('delivered')
        expect((await rowsOf(id)).orders[0]).toMatchObject({
          version: order.version,
          state: 'delivered',
        })
      }
    },
  )

  const again = <Item extends { readonly id: string }>(message: Item): Item => ({
    ...message,
    id: `${message.id}-again`,
  })

  const pushOf = (merchant: string, number: string, scans: readonly Scan[]) => ({
    v: 1,
    kind: 'scans',
    merchant,
    shard: 'DB',
    carrier: 'ups',
    map_version: 1,
    at: Date.now(),
    report: report(scans, { tracking_number: number, whole: false }),
  })

  function pieces<Item>(items: readonly Item[], size: number): Item[][] {
    const made: Item[][] = []
    for (let from = 0; from < items.length; from += size) made.push(items.slice(from, from + size))
    return made
  }
})

describe('a message that nobody understands', () => {
  const letters = async () =>
    (await env.DB.prepare('SELECT id, message FROM dead_letters').all<{ id: string }>()).results

  test('is a dead letter after its last attempt, and its batch never waits for it', async () => {
    const { order } = await shopWith('Q-3', [story('poison')])
    const platform = new Platform()
    platform.put('polls', { v: 1, kind: 'poll', merchant: 7 })
    const [poison] = platform.waiting
    await platform.tick()
    await platform.deliverDue()
    expect((await rowsOf(order.id)).orders[0]?.state, 'the rest of the batch').toBe('in_transit')
    await platform.drain()
    expect(platform.log.filter(({ id }) => id === poison?.id)).toEqual([
      ...Array(4).fill({ id: poison?.id, outcome: 'retry' }),
      { id: poison?.id, outcome: 'ack' },
    ])
    expect(await letters()).toEqual([{ id: poison?.id, message: 'null' }])
  })

  test('is kept by the platform’s own dead-letter queue while ours cannot be written', async () => {
    await env.DB.prepare('DELETE FROM dead_letters').run()
    const platform = new Platform()
    platform.put('scans', { kind: 'nonsense' })
    const [poison] = platform.waiting
    failD1(D1_TEXTS.overloaded, /dead_letters/)
    await platform.pass(8 * 3600_000, 60_000)
    expect(platform.log.map(({ outcome }) => outcome)).toContain('dead')
    expect(platform.waiting.map(({ queue }) => queue)).toEqual(['scans-dead'])
    vi.restoreAllMocks()
    vi.spyOn(console, 'error').mockReturnValue()
    await platform.drain()
    expect(await letters()).toEqual([{ id: poison?.id, message: 'null' }])
  })
})
