import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { place, record, ship } from '../../../worker/order/order.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { eraseOrder } from '../../../worker/store/orders.ts'
import { writeProjections } from '../../../worker/store/projections.ts'
import { look, order, placed, START, scan, shipmentInput } from '../../support/orders.ts'
import { projectionOf, rowsOf } from '../../support/workerd-orders.ts'

afterEach(() => void vi.restoreAllMocks())

let made = 0
const fresh = (parts: Parameters<typeof order>[0] = {}): OrderState => {
  made += 1
  return order({
    id: `order-${made}`,
    shipments: [{ id: 'a' }, { id: 'b', tracking_number: 'N2' }],
    ...parts,
  })
}

const write = (...states: readonly OrderState[]) =>
  writeProjections(env.DB, states.map(projectionOf))

/** The rows that a write of these states writes. */
async function rowsWritten(...states: readonly OrderState[]): Promise<number> {
  const batch = vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, 'batch')
  await write(...states)
  const results = (await Promise.all(batch.mock.results.map(({ value }) => value))) as D1Result[][]
  batch.mockRestore()
  return results.flat().reduce((sum, { meta }) => sum + meta.rows_written, 0)
}

const moved = (state: OrderState, hours: number) =>
  record(state, 'a', look(hours, [scan(hours, { milestone: 'in_transit' })]))
const without = (state: OrderState, ...ids: readonly string[]) =>
  place(state, {
    id: state.id,
    merchant: state.merchant,
    placed: state.placed,
    shipments: ['a', 'b']
      .filter((id) => !ids.includes(id))
      .map((id) => shipmentInput({ id, tracking_number: id === 'a' ? 'N1' : 'N2' })),
    at: START,
  })

const versions = async ({ id }: OrderState) => {
  const { orders, shipments } = await rowsOf(id)
  return {
    order: orders.map(({ version }) => version),
    ...Object.fromEntries(shipments.map(({ shipment, version }) => [shipment, version])),
  }
}

describe('a projection', () => {
  test('becomes a row of the order and one for each tracking number', async () => {
    const state = fresh()
    await write(state)
    const { orders, shipments } = await rowsOf(state.id)
    expect(orders).toMatchObject([
      { merchant: 'm1', number: 'A-1001', state: 'pending', version: 1 },
    ])
    expect(JSON.parse(String(orders[0]?.snapshot))).toEqual(state)
    expect(shipments).toMatchObject([
      { shipment: 'a', leg: 0, tracking_number: 'N1', cadence: 480, digest: '' },
      { shipment: 'b', leg: 0, tracking_number: 'N2', cadence: 480, digest: '' },
    ])
  })

  test('that is newer replaces the older, row by row that changed', async () => {
    const first = fresh()
    await write(first)
    await write(moved(first, 1))
    expect(await versions(first)).toEqual({ order: [2], a: 2, b: 1 })
  })

  test('that is older never overwrites a newer one', async () => {
    const first = fresh()
    const second = moved(first, 1)
    await write(second)
    expect(await rowsWritten(first)).toBe(0)
    expect(await versions(first)).toEqual({ order: [2], a: 2, b: 1 })
  })

  test('that is there already writes nothing', async () => {
    const state = moved(fresh(), 1)
    expect(await rowsWritten(state)).toBeGreaterThan(0)
    expect(await rowsWritten(state)).toBe(0)
    expect(await rowsWritten(state, state)).toBe(0)
  })

  test('writes a row for the order and one for the parcel that changed', async () => {
    const state = moved(fresh(), 1)
    await write(state)
    const next = record(state, 'a', look(2, [scan(2, { milestone: 'in_transit' })]))
    expect(await rowsWritten(next)).toBe(2)
    expect(await versions(next)).toEqual({ order: [3], a: 3, b: 1 })
  })

  test('writes a row more for each place in an index that moves', async () => {
    const first = fresh()
    // Two indexes of orders, one of them and the wheel’s of shipments.
    expect(await rowsWritten(first)).toBe(3 + 2 * 3)
    // The wheel's index moves with the cadence; the shelf of an order only with its end.
    expect(await rowsWritten(moved(first, 1))).toBe(1 + 2)
    expect((await rowsOf(first.id)).shipments[0]).toMatchObject({
      milestone: 'in_transit',
      cadence: 240,
    })
  })

  test('moves an order to its new date and a parcel to its new number', async () => {
    const first = fresh()
    await write(first)
    const redated = place(first, {
      id: first.id,
      merchant: 'm1',
      placed: placed({ placed_at: '2026-01-01T00:00:00Z' }),
      shipments: [
        shipmentInput({ id: 'a', tracking_number: 'NEW', carrier: 'other' }),
        shipmentInput({ id: 'b', tracking_number: 'N2' }),
      ],
      at: START,
    })
    await write(redated)
    const { orders, shipments } = await rowsOf(first.id)
    expect(orders[0]).toMatchObject({ placed_at: '2026-01-01T00:00:00.000Z', version: 2 })
    expect(shipments[0]).toMatchObject({
      tracking_number: 'NEW',
      carrier: 'other',
      cadence: null,
      slot: null,
    })
  })

  test('may be of many large orders at once', async () => {
    const text = 'x'.repeat(300_000)
    const states = Array.from({ length: 10 }, () =>
      fresh({ placed: { notes: [{ text, public: false }] } }),
    )
    await write(...states)
    for (const state of states) expect(await versions(state)).toEqual({ order: [1], a: 1, b: 1 })
  })

  test('may come beside others, in any order, twice', async () => {
    const first = fresh()
    const second = moved(first, 1)
    const other = fresh({ merchant: 'm2' })
    await write(second, other, first, second)
    expect(await versions(first)).toEqual({ order: [2], a: 2, b: 1 })
    expect(await versions(other)).toEqual({ order: [1], a: 1, b: 1 })
  })

  test('of nothing writes nothing', async () => {
    expect(await rowsWritten()).toBe(0)
  })
})

describe('shipments that are gone', () => {
  test('take their rows with them', async () => {
    const first = fresh()
    await write(first)
    await write(without(first, 'b'))
    expect(await versions(first)).toEqual({ order: [2], a: 1 })
  })

  test('do not come back with an older projection that is late', async () => {
    const first = fresh()
    await write(without(first, 'b'))
    await write(first)
    expect(await versions(first)).toEqual({ order: [2], a: 1 })
  })

  test('do not come back with an older projection in the same batch', async () => {
    const first = fresh()
    await write(without(first, 'b'), first)
    expect(await versions(first)).toEqual({ order: [2], a: 1 })
  })

  test('leave those of other orders', async () => {
    const [first, other] = [fresh(), fresh()]
    await write(first, other)
    await write(without(first, 'a', 'b'))
    expect(await versions(first)).toEqual({ order: [2] })
    expect(await versions(other)).toEqual({ order: [1], a: 1, b: 1 })
  })

  test('and named again come back', async () => {
    const first = fresh()
    const gone = without(first, 'b')
    await write(first)
    await write(gone)
    await write(ship(gone, [shipmentInput({ id: 'b', tracking_number: 'N2' })], START))
    expect(await versions(first)).toEqual({ order: [3], a: 1, b: 3 })
  })

  test('may be legs alone', async () => {
    const legs = [{ carrier: 'ups', tracking_number: 'L2' }]
    const first = fresh({ shipments: [{ id: 'a', legs }] })
    await write(first)
    expect((await rowsOf(first.id)).shipments.map(({ leg }) => leg)).toEqual([0, 1])
    await write(ship(first, [shipmentInput({ id: 'a' })], START))
    expect((await rowsOf(first.id)).shipments).toMatchObject([{ leg: 0, tracking_number: 'N1' }])
  })
})

describe('an erased order', () => {
  test('does not come back, however late a projection is', async () => {
    const first = fresh()
    await write(first)
    await eraseOrder(env.DB, 'm1', first.id, '2026-03-11T00:00:00Z')
    expect(await rowsWritten(moved(first, 1))).toBe(0)
    expect(await rowsOf(first.id)).toMatchObject({
      orders: [],
      shipments: [],
      tombstones: [{ order_id: first.id, merchant: 'm1', erased_at: '2026-03-11T00:00:00Z' }],
    })
  })

  test('is erased once, and leaves the rest of its batch alone', async () => {
    const [first, other] = [fresh(), fresh()]
    await eraseOrder(env.DB, 'm1', first.id, '2026-03-11T00:00:00Z')
    await eraseOrder(env.DB, 'm1', first.id, '2026-03-12T00:00:00Z')
    await write(first, other)
    expect((await rowsOf(first.id)).tombstones).toMatchObject([
      { erased_at: '2026-03-11T00:00:00Z' },
    ])
    expect(await versions(other)).toEqual({ order: [1], a: 1, b: 1 })
  })
})
