import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { record } from '../../../worker/order/order.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { shard, store } from '../../../worker/store/index.ts'
import { eraseOrder } from '../../../worker/store/orders.ts'
import { writeProjections } from '../../../worker/store/projections.ts'
import { readDue } from '../../../worker/store/shipments.ts'
import { look, order, placed, scan } from '../../support/orders.ts'
import { projectionOf, rowsOf } from '../../support/workerd-orders.ts'

let made = 0
const fresh = (parts: Parameters<typeof order>[0] = {}): OrderState => {
  made += 1
  return order({ id: `order-${made}`, shipments: [{ id: 'a' }], ...parts })
}
const moved = (state: OrderState, hours: number) =>
  record(state, 'a', look(hours, [scan(hours, { milestone: 'in_transit' })]))
const write = (...states: readonly OrderState[]) =>
  writeProjections(env.DB, states.map(projectionOf))
const inRecord = async ({ id }: OrderState) => {
  const { orders, shipments } = await rowsOf(id)
  return [...orders, ...shipments].map(({ merchant, version }) => `${merchant} ${version}`)
}

describe('another merchant', () => {
  const theirs = (state: OrderState) =>
    order({
      id: state.id,
      merchant: 'thief',
      placed: { number: 'STOLEN' },
      shipments: [{ id: 'z', tracking_number: 'N9' }],
    })

  test('cannot take over an order by its id, nor add to it', async () => {
    const mine = fresh()
    await write(mine)
    const newer = { ...theirs(mine), version: 99 }
    await write(newer)
    await write(mine, newer)
    expect(await inRecord(mine)).toEqual(['m1 1', 'm1 1'])
  })

  test('cannot erase it, nor see whether it is', async () => {
    const mine = fresh()
    await write(mine)
    const asThief = store.for(env, { id: 'thief', shard: 'DB' })
    await eraseOrder(env.DB, 'thief', mine.id, '2026-03-11T00:00:00Z')
    expect(await inRecord(mine)).toEqual(['m1 1', 'm1 1'])
    const gone = fresh()
    await eraseOrder(env.DB, 'm1', gone.id, '2026-03-11T00:00:00Z')
    expect(await asThief.isErased(gone.id)).toBe(false)
  })

  test('finds nothing of it', async () => {
    const mine = fresh({ merchant: 'owner' })
    await write(mine)
    const [asOwner, asThief] = ['owner', 'thief'].map((id) => store.for(env, { id, shard: 'DB' }))
    expect(await asOwner?.snapshot(mine.id)).toBe(JSON.stringify(mine))
    expect(await asOwner?.byNumber('N1')).toHaveLength(1)
    expect(await asOwner?.list({ limit: 9 })).toHaveLength(1)
    expect(await asThief?.snapshot(mine.id)).toBeNull()
    expect(await asThief?.byNumber('N1')).toEqual([])
    expect(await asThief?.list({ limit: 9 })).toEqual([])
    expect(await asThief?.idsAfter('', 9)).toEqual([])
  })
})

describe('two shards', () => {
  test('do not mix', async () => {
    const state = fresh({ merchant: 'sharded' })
    await store.for(env, { id: 'sharded', shard: 'DB_B' }).write([projectionOf(state)])
    expect((await rowsOf(state.id)).orders).toEqual([])
    expect((await rowsOf(state.id, env.DB_B)).orders).toHaveLength(1)
    expect(await store.for(env, { id: 'sharded', shard: 'DB' }).snapshot(state.id)).toBeNull()
  })

  test('have names; another name is a mistake of ours', () => {
    expect(() => shard(env, 'NO_SUCH_DB')).toThrow('no database is bound as NO_SUCH_DB')
  })
})

describe('lists', () => {
  const shop = store.for(env, { id: 'lister', shard: 'DB' })
  const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`

  test('are newest first, filtered, and go on from a cursor without gaps or twins', async () => {
    const days = [1, 2, 2, 3, 4]
    const states = days.map((day) =>
      fresh({
        merchant: 'lister',
        placed: { placed_at: at(day) },
        shipments: day === 4 ? [] : [{ id: 'a' }],
      }),
    )
    const withNews = states.map((state, index) => (index === 3 ? moved(state, 1) : state))
    await write(...withNews)
    const all = await shop.list({ limit: 9 })
    expect(all.map(({ placed_at }) => placed_at)).toEqual([4, 3, 2, 2, 1].map(at))
    const paged: string[] = []
    for (let page = await shop.list({ limit: 2 }); page.length > 0; ) {
      paged.push(...page.map(({ id }) => id))
      const last = page.at(-1)
      page = last ? await shop.list({ limit: 2, after: last }) : []
    }
    expect(paged).toEqual(all.map(({ id }) => id))
    expect(await shop.list({ limit: 9, state: 'in_transit' })).toHaveLength(1)
    expect(await shop.list({ limit: 9, condition: 'problem' })).toEqual([])
    expect(await shop.list({ limit: 9, carrier: 'ups' })).toHaveLength(4)
    expect(await shop.list({ limit: 9, from: at(2), to: at(3) })).toHaveLength(2)
  })

  test('of ids walk over every order once', async () => {
    const ids = (await shop.list({ limit: 9 })).map(({ id }) => id).sort()
    const [first = '', second = ''] = ids
    expect(await shop.idsAfter('', 2)).toEqual([first, second])
    expect(await shop.idsAfter(second, 9)).toEqual(ids.slice(2))
  })
})

describe('what is due', () => {
  test('is read page after page, every parcel once', async () => {
    const shipments = Array.from({ length: 70 }, (_, index) => ({
      id: `s${index}`,
      carrier: 'sandbox',
      tracking_number: `SBX-D-1-${index}`,
    }))
    const states = Array.from({ length: 16 }, () =>
      fresh({ merchant: 'wheel', placed: placed(), shipments }),
    )
    await write(...states)
    const found = new Set<string>()
    let pages = 0
    for await (const page of readDue(env.DB, 1, 0)) {
      pages += 1
      for (const row of page) found.add(`${row.order_id}/${row.shipment}/${row.leg}`)
    }
    expect(pages).toBe(2)
    expect(found.size).toBe(16 * 70)
  })
})
