import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markedOrder, markedReport, NOW } from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront, orderObjects, sent, tell, visit } from '../../support/workerd-serve.ts'

let shop: Storefront
let orders = 0
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await withAccount()
  sent.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function withAccount(): Promise<Storefront> {
  const opened = await openStorefront()
  await opened.api('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: { client_id: 'id', client_secret: 'secret' },
  })
  return opened
}

async function parcel(milestone: Parameters<typeof markedReport>[0]): Promise<Order> {
  orders += 1
  const order = await shop.place(markedOrder(`READ-${orders}`))
  await tell(shop, order, markedReport(milestone))
  return order
}

/** An account's object that only remembers what it was asked. */
function account(nudge: () => Promise<boolean> = async () => true) {
  const nudged: unknown[][] = []
  const status = async () => ({ polled_through: null, unfinished: [], down_since: null })
  const stub = {
    status,
    nudge: (...args: unknown[]) => {
      nudged.push(args)
      return nudge()
    },
  }
  return { nudged, bindings: { ACCOUNT: { getByName: () => stub } } }
}

/** All that is kept of an order. */
async function keptOf({ id }: Order) {
  const object = await runInDurableObject(env.ORDER.getByName(id), async (_object, state) => ({
    values: [...state.storage.kv.list()],
    alarm: await state.storage.getAlarm(),
  }))
  const rows = await env.DB.batch([
    env.DB.prepare('SELECT * FROM orders WHERE id = ?').bind(id),
    env.DB.prepare('SELECT * FROM shipments WHERE order_id = ?').bind(id),
  ])
  return JSON.stringify([object, rows.map(({ results }) => results)])
}

describe('a visit changes nothing', () => {
  it.each(['GET', 'HEAD'])(
    '%s leaves object and record as they were, and mails nobody',
    async (method) => {
      const order = await parcel('in_transit')
      const before = await keptOf(order)
      const { bindings } = account()
      for (const link of [
        order.link,
        order.grant_link,
        `${order.link}?g=1-buyer-0-0-AAAAAAAAAAAAAAAAAAAAAA`,
        `${order.link}?lang=ar&utm_source=mail`,
        `${order.link}/link`,
        `${shop.origin}/lookup?number=${order.number}&key=markedmail@example.com`,
      ]) {
        await (await visit(link, { method, bindings })).body?.cancel()
      }
      expect(await keptOf(order)).toBe(before)
      expect(sent.filter(({ kind }) => kind !== 'poll')).toEqual([])
    },
  )

  it('nor does one that the record answers', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    const order = await parcel('in_transit')
    const before = await keptOf(order)
    const { nudged, bindings } = account()
    const { ORDER } = orderObjects(() => Promise.reject(new Error('Internal error')))
    await visit(order.grant_link, { bindings: { ...bindings, ORDER } })
    expect(await keptOf(order)).toBe(before)
    expect(nudged).toEqual([])
  })
})

describe('a visit asks for a fresh look', () => {
  it('at a parcel that is under way, with what a poll must know', async () => {
    const order = await parcel('in_transit')
    const { nudged, bindings } = account()
    await visit(order.link, { bindings })
    expect(nudged).toHaveLength(1)
    expect(nudged[0]).toEqual([
      'ups',
      { merchant: shop.id, shard: 'DB', carrier: 'ups', account: null },
      {
        number: '1ZMARKEDPARCEL9876',
        since: expect.any(Number),
        targets: [
          { order: order.id, shipment: order.shipments[0]?.id, leg: 0, digest: expect.any(String) },
        ],
      },
    ])
  })

  it.each(['delivered', 'returned_to_sender', 'ended', 'cancelled'] as const)(
    'never at one whose journey is over: %s',
    async (milestone) => {
      const { nudged, bindings } = account()
      await visit((await parcel(milestone)).link, { bindings })
      expect(nudged).toEqual([])
    },
  )

  it('and shows the page all the same when that fails', async () => {
    const order = await parcel('in_transit')
    const { bindings } = account(() => Promise.reject(new Error('overloaded')))
    expect((await visit(order.link, { bindings })).status).toBe(200)
  })

  it('of the parcel’s account once, however often it is opened', async () => {
    const order = await parcel('in_transit')
    const { nudged, bindings } = account()
    for (let again = 0; again < 5; again += 1) await visit(order.link, { bindings })
    expect(nudged).toHaveLength(1)
  })
})
