/** While a deployment rolls out, Worker, objects, messages and record are of two versions. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '../../../worker/lib/clock.ts'
import type { PlaceCommand, RecordCommand } from '../../../worker/order/commands.ts'
import type { StoredOrder } from '../../../worker/order/kept.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { STATE_SCHEMA } from '../../../worker/order/state.ts'
import { look, placed, scan, shipmentInput } from '../../support/orders.ts'
import type { Order } from '../../support/workerd-api.ts'
import {
  newReference,
  objectOf,
  placing,
  projectionOf,
  rowsOf,
} from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront, referenceOf } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-07-01T10:00:00Z')

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Changes what the object keeps, as another version would have written it. */
async function rewrite(
  id: string,
  change: (state: OrderState) => { readonly schema: number },
): Promise<void> {
  const stub = objectOf({ id })
  await runInDurableObject(stub, (_object, { storage }) => {
    const kept = storage.kv.get<StoredOrder>('order')
    if (!kept) return
    const state = change(JSON.parse(kept.state) as OrderState)
    storage.kv.put('order', { ...kept, schema: state.schema, state: JSON.stringify(state) })
  })
  await evictDurableObject(stub)
}

const stored = (id: string) =>
  runInDurableObject(objectOf({ id }), (_object, { storage }) =>
    storage.kv.get<StoredOrder>('order'),
  )

/** What a version to come writes: a schema nobody here has heard of. */
const future = (state: OrderState) => ({ ...state, schema: STATE_SCHEMA + 1, invented: true })

describe('a state of the version to come', () => {
  const wrote = async () => {
    const shop = await openStorefront()
    const order = await shop.place(orderOf(`F-${crypto.randomUUID().slice(0, 8)}`))
    await rewrite(order.id, future)
    return { shop, order }
  }

  test('is left as it is: nothing of this version is written over it', async () => {
    const { shop, order } = await wrote()
    const before = await stored(order.id)
    for (const [method, path, body] of [
      ['POST', '/orders', orderOf(order.number, { currency: 'USD' })],
      ['POST', `/orders/${order.number}/milestones`, { packed: true }],
    ] as const) {
      expect((await shop.api(method, path, body)).status).toBeGreaterThanOrEqual(500)
    }
    expect(await stored(order.id)).toEqual(before)
  })

  test('has its page from the record all the same', async () => {
    const { order } = await wrote()
    const page = await new Platform().fetch(order.link)
    expect(page.status).toBe(200)
    await page.body?.cancel()
  })

  test('keeps the news for the version that understands it', async () => {
    const { shop, order } = await wrote()
    const platform = new Platform()
    platform.put('polls', pollOf(shop, order, 'SBX-IAT-1-none'))
    await platform.deliverDue()
    expect(platform.waiting.length, 'what could not be recorded goes back').toBe(1)
  })

  test('in the record alone is not taken for an order that never was', async () => {
    const { shop, order } = await wrote()
    const reference = referenceOf(shop, order)
    await env.DB.prepare(
      "UPDATE orders SET snapshot = json_set(snapshot, '$.schema', ?2) WHERE id = ?1",
    )
      .bind(order.id, STATE_SCHEMA + 1)
      .run()
    await runInDurableObject(objectOf(order), (_object, { storage }) => storage.deleteAll())
    await evictDurableObject(objectOf(order))
    const viewing = objectOf(order).view(reference)
    expect(await viewing.catch((error: Error) => error.message)).toContain('unknown schema')
    const again = await shop.api('POST', '/orders', orderOf(order.number))
    expect(again.status).toBeGreaterThanOrEqual(500)
  })
})

describe('a state with fields that this version does not know', () => {
  test('keeps them through changes and in the record, for the version that does', async () => {
    const shop = await openStorefront()
    const order = await shop.place(orderOf('X-1'))
    await rewrite(order.id, (state) => ({ ...state, invented: { by: 'a later version' } }))
    const marked = await shop.api<Order>('POST', '/orders/X-1/milestones', { packed: true })
    expect(marked.status).toBe(200)
    expect(JSON.parse((await stored(order.id))?.state ?? '')).toMatchObject({
      invented: { by: 'a later version' },
    })
    const snapshot = String((await rowsOf(order.id)).orders[0]?.snapshot)
    expect(JSON.parse(snapshot)).toMatchObject({ invented: { by: 'a later version' } })
  })
})

const pollOf = (shop: Storefront, order: Pick<Order, 'id'>, number: string, more: object = {}) => ({
  v: 1,
  kind: 'poll',
  merchant: shop.id,
  shard: shop.shard,
  carrier: 'sandbox',
  account: null,
  minute: null,
  parts: 1,
  part: 0,
  parcels: [
    {
      number,
      since: NOW - DAY,
      targets: [{ order: order.id, shipment: `sandbox:${number}`, leg: 0, digest: '' }],
    },
  ],
  ...more,
})

describe('a message of another version', () => {
  async function parcel(number: string) {
    const shop = await openStorefront()
    const tracking_number = `SBX-IAT-1-${number}`
    const shipped_at = new Date(NOW - DAY).toISOString()
    const order = await shop.place({
      ...orderOf(number),
      shipments: [{ carrier: 'sandbox', tracking_number, shipped_at }],
    })
    return { shop, order, tracking_number }
  }

  test.each([
    ['with fields to come', { invented: 1, tries: 1, parts: 2 }],
    ['without the fields that are optional', { tries: undefined }],
  ])('%s is understood', async (name, more) => {
    const { shop, order, tracking_number } = await parcel(`M${name.length}`)
    const platform = new Platform()
    const message = pollOf(shop, order, tracking_number, more)
    const parcels = message.parcels.map((one) => ({ ...one, invented: [] }))
    platform.put('polls', { ...message, parcels })
    await platform.drain()
    expect(platform.log.map(({ outcome }) => outcome)).toEqual(['ack'])
    expect((await rowsOf(order.id)).orders[0]?.state).toBe('in_transit')
  })

  test('of a kind to come waits for who knows it, and is kept rather than lost', async () => {
    const platform = new Platform()
    platform.put('polls', { v: 2, kind: 'invented', merchant: 'm' })
    await platform.drain()
    const outcomes = platform.log.map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['retry', 'retry', 'retry', 'retry', 'ack'])
    const { results } = await env.DB.prepare('SELECT why FROM dead_letters').all()
    expect(results).toHaveLength(1)
  })
})

describe('a command of another version', () => {
  test('with fields to come has its effect, and none is kept that nobody knows', async () => {
    const reference = await newReference()
    const command = { ...placing(reference), invented: true, request: undefined } as PlaceCommand
    expect(await objectOf(reference).place(command)).toMatchObject({ outcome: 'created' })
    const looks = [{ shipment: 's', look: look(1, [scan(1, { milestone: 'in_transit' })]) }]
    const record = { ...reference, looks, invented: 'later' } as RecordCommand
    expect(await objectOf(reference).record(record)).toMatchObject({ outcome: 'changed' })
    expect(JSON.stringify(await stored(reference.id))).not.toContain('invented')
  })

  test('without the optional ones has it too', async () => {
    const reference = await newReference()
    const bare: PlaceCommand = { ...reference, at: NOW, placed: placed() }
    expect(await objectOf(reference).place(bare)).toMatchObject({ outcome: 'created' })
    const shipments = [shipmentInput({ id: 's' })]
    const answer = await objectOf(reference).ship({ ...reference, at: NOW, shipments })
    expect(answer.outcome).toBe('changed')
    const state = JSON.parse((await objectOf(reference).view(reference)) ?? '') as OrderState
    expect(answer.projection).toBe(projectionOf(state).replace(/"slot":\d+/g, slotIn(answer)))
  })

  /** The wheel of tests has another unit than the projection that is compared with. */
  const slotIn = ({ projection }: { readonly projection: string }): string =>
    /"slot":\d+/.exec(projection)?.[0] ?? ''
})
