import { describe, expect, it } from 'vitest'
import type { ShipmentInput } from '../../../schema/order-input.ts'
import { MAX_SHIPMENTS } from '../../../schema/order-input.ts'
import { DAY } from '../../../worker/lib/clock.ts'
import {
  isRepeat,
  mark,
  place,
  record,
  remember,
  revoke,
  ship,
} from '../../../worker/order/order.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { look, order, placed, START, scan, shipmentInput } from '../../support/orders.ts'

const LATER = START + 5000

const again = (
  state: OrderState | null,
  over: {
    placed?: Partial<OrderState['placed']>
    shipments?: readonly Partial<ShipmentInput>[]
  } = {},
): OrderState =>
  place(state, {
    id: 'order-1',
    merchant: 'm1',
    placed: placed(over.placed),
    ...(over.shipments && { shipments: over.shipments.map(shipmentInput) }),
    at: LATER,
  })

const two = order({ shipments: [{ id: 'a' }, { id: 'b', tracking_number: 'N2' }] })
const moved = record(two, 'a', look(2, [scan(1, { milestone: 'in_transit' })]))
const changed = (state: OrderState) =>
  Object.fromEntries(state.shipments.map((shipment) => [shipment.id, shipment.changed]))

const problemOf = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return 'nothing thrown'
}

describe('placing', () => {
  it('makes a first version of everything', () => {
    expect(two).toMatchObject({
      schema: 1,
      version: 1,
      placed_at: '2026-03-10T08:00:00Z',
      epoch: 0,
    })
    expect(changed(two)).toEqual({ a: 1, b: 1 })
  })

  it('the same again is the very same order', () => {
    expect(again(two)).toBe(two)
    const same = [{ id: 'a' }, { id: 'b', tracking_number: 'N2' }]
    expect(again(two, { shipments: same })).toBe(two)
    expect(again(two, { shipments: [...same].reverse() })).toBe(two)
  })

  it('anew keeps shipments, scans and what the shop only says once', () => {
    const confirmed = mark(moved, { confirmed: '2026-03-10T09:00:00Z' }, LATER)
    const next = again(confirmed, { placed: { currency: 'AED' } })
    expect(next.placed.currency).toBe('AED')
    expect(next).toMatchObject({ version: confirmed.version + 1, milestones: confirmed.milestones })
    expect(next.shipments).toEqual(confirmed.shipments)
  })

  it('with shipments means exactly these; those named again keep their scans', () => {
    const next = again(moved, { shipments: [{ id: 'a' }, { id: 'c', tracking_number: 'N3' }] })
    expect(next.shipments.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(next.shipments[0]?.scans).toEqual(moved.shipments[0]?.scans)
    expect(changed(next)).toEqual({ a: 2, c: 3 })
  })

  it('with none takes all of them back', () => {
    const next = again(moved, { shipments: [] })
    expect(next).toMatchObject({ shipments: [], status: { state: 'placed' } })
  })

  it('a shipment taken back and named again begins anew', () => {
    const back = again(again(moved, { shipments: [] }), { shipments: [{ id: 'a' }] })
    expect(back.shipments.map(({ id }) => id)).toEqual(['a'])
    expect(back.shipments[0]).toMatchObject({ scans: [], since: LATER })
  })

  it('without a date keeps the date it has; without any it is the time of placing', () => {
    const { placed_at: _, ...undated } = placed()
    const placing = { id: 'o', merchant: 'm1', placed: undated, at: LATER }
    const first = place(null, placing)
    expect(first.placed_at).toBe('2026-03-10T08:00:05Z')
    expect(place(first, { ...placing, at: LATER + DAY })).toBe(first)
  })

  it('a shipment begins with the order where that is earlier, so that its scans are its own', () => {
    const old = place(null, {
      id: 'o',
      merchant: 'm1',
      placed: placed({ placed_at: '2026-02-01T00:00:00Z' }),
      shipments: [shipmentInput()],
      at: LATER,
    })
    expect(old.shipments[0]?.since).toBe(Date.parse('2026-02-01T00:00:00Z'))
  })
})

describe('shipments', () => {
  it('are named by carrier and number where the shop gives no id', () => {
    expect(order().shipments.map(({ id }) => id)).toEqual(['ups:N1'])
  })

  it('are added to those known, and replaced where the id is known', () => {
    const next = ship(moved, [shipmentInput({ id: 'b', tracking_number: 'N9' })], LATER)
    expect(next.shipments.map(({ id, legs }) => [id, legs[0]?.tracking_number])).toEqual([
      ['a', 'N1'],
      ['b', 'N9'],
    ])
    expect(changed(next)).toEqual({ a: 2, b: 3 })
  })

  it('keep their places when one of them is told anew, and new ones come last', () => {
    const next = ship(
      two,
      [shipmentInput({ id: '0', tracking_number: 'N0' }), shipmentInput({ id: 'a', service: 'x' })],
      LATER,
    )
    expect(next.shipments.map(({ id }) => id)).toEqual(['a', 'b', '0'])
  })

  it('added twice are one effect', () => {
    const input = [shipmentInput({ id: 'c', tracking_number: 'N3' })]
    const once = ship(two, input, LATER)
    expect(ship(once, input, LATER + 1)).toBe(once)
  })

  it('of one call with one id are one, the last', () => {
    const next = ship(
      two,
      [shipmentInput({ id: 'c' }), shipmentInput({ id: 'c', service: 'x' })],
      LATER,
    )
    expect(next.shipments).toHaveLength(3)
    expect(next.shipments[2]?.service).toBe('x')
  })

  it('may be a hundred and no more', () => {
    const inputs = (count: number) =>
      Array.from({ length: count }, (_, index) => shipmentInput({ tracking_number: `N${index}` }))
    const full = order({ shipments: inputs(MAX_SHIPMENTS) })
    expect(full.shipments).toHaveLength(100)
    expect(problemOf(() => order({ shipments: inputs(MAX_SHIPMENTS + 1) }))).toBe(
      'too_many_shipments',
    )
    const one = [shipmentInput({ id: 'more' })]
    expect(problemOf(() => ship(full, one, LATER))).toBe('too_many_shipments')
    expect(ship(full, inputs(1), LATER)).toBe(full)
  })
})

describe('marking', () => {
  it('keeps the first word on each milestone', () => {
    const once = mark(two, { confirmed: '2026-03-10T09:00:00Z' }, LATER)
    expect(mark(once, { confirmed: '2026-03-11T09:00:00Z' }, LATER)).toBe(once)
    const packed = mark(once, { packed: '2026-03-10T10:00:00Z' }, LATER)
    expect(packed.milestones).toEqual({
      confirmed: '2026-03-10T09:00:00Z',
      packed: '2026-03-10T10:00:00Z',
    })
  })

  it('changes no shipment’s version', () => {
    expect(changed(mark(two, { packed: '2026-03-10T10:00:00Z' }, LATER))).toEqual(changed(two))
  })
})

describe('recording', () => {
  it('moves the version of the order and of that shipment alone', () => {
    expect(moved.version).toBe(2)
    expect(changed(moved)).toEqual({ a: 2, b: 1 })
  })

  it('the same look twice is the very same order', () => {
    expect(record(moved, 'a', look(2, [scan(1, { milestone: 'in_transit' })]))).toBe(moved)
  })

  it('an answer with the digest of the last one changes nothing, whatever it holds', () => {
    expect(record(moved, 'a', look(2, [scan(9, { milestone: 'delivered' })]))).toBe(moved)
  })

  it('for a shipment or a leg that is gone is nobody’s news', () => {
    const news = look(3, [scan(1, { milestone: 'delivered' })])
    expect(record(moved, 'gone', news)).toBe(moved)
    expect(record(moved, 'a', { ...news, leg: 4 })).toBe(moved)
  })

  it('keeps how the last answer came out, and the later one where they cross', () => {
    const failed = record(moved, 'a', look(4, [], { result: { problem: 'not_found' } }))
    expect(failed.shipments[0]?.legs[0]).toMatchObject({ outcome: 'not_found', digest: 'digest-4' })
    const late = record(failed, 'a', look(3, [scan(2, { milestone: 'out_for_delivery' })]))
    expect(late.shipments[0]?.legs[0]).toMatchObject({ outcome: 'not_found', digest: 'digest-4' })
    expect(late.shipments[0]?.status.milestone).toBe('out_for_delivery')
  })

  it('of a failure leaves scans and facts', () => {
    const failed = record(moved, 'a', look(4, [], { result: { problem: 'down' } }))
    expect(failed.shipments[0]?.scans).toEqual(moved.shipments[0]?.scans)
    expect(failed.shipments[0]?.facts).toEqual(moved.shipments[0]?.facts)
  })

  it('pushed news makes the next whole answer worth recording; a push without news does not', () => {
    const push = (at: number) => {
      const scans = [scan(2, { milestone: 'out_for_delivery' })]
      return look(at, scans, { digest: null, facts: { whole: false } })
    }
    const pushed = push(3)
    const told = record(moved, 'a', pushed)
    expect(told.shipments[0]?.legs[0]?.digest).toBe('')
    const again = record(told, 'a', look(4, [], { digest: 'digest-4' }))
    expect(record(again, 'a', push(5)).shipments[0]?.legs[0]?.digest).toBe('digest-4')
  })
})

describe('facts', () => {
  const estimate = { from: '2026-03-12', to: '2026-03-12' }
  const said = record(two, 'a', look(2, [], { facts: { estimate, whole: true } }))
  const estimateOf = (state: OrderState) => state.shipments[0]?.facts.estimate?.value

  it('stay where a push is silent on them', () => {
    const pushed = look(3, [], { digest: null, facts: { whole: false } })
    expect(estimateOf(record(said, 'a', pushed))).toEqual(estimate)
  })

  it('go where a whole answer no longer has them', () => {
    expect(estimateOf(record(said, 'a', look(3, [])))).toBeNull()
  })

  it('of an older answer that comes late do not come back', () => {
    const late = look(1, [], { facts: { estimate: { from: '2026-01-01', to: '2026-01-01' } } })
    expect(estimateOf(record(said, 'a', late))).toEqual(estimate)
  })
})

describe('revoking', () => {
  it('begins a new epoch each time', () => {
    expect(revoke(revoke(two, LATER), LATER)).toMatchObject({ epoch: 2, version: 3 })
  })
})

describe('idempotency keys', () => {
  const request = { key: 'k1', hash: 'h1', at: LATER }
  const seen = remember(two, request)

  it('are new, a repeat, or a mistake', () => {
    expect(isRepeat(null, request)).toBe(false)
    expect(isRepeat(two, request)).toBe(false)
    expect(isRepeat(seen, request)).toBe(true)
    expect(problemOf(() => isRepeat(seen, { key: 'k1', hash: 'other' }))).toBe(
      'idempotency_key_reused',
    )
  })

  it('are forgotten after a day, and beyond twenty the oldest goes', () => {
    const dayLater = remember(seen, { key: 'k2', hash: 'h', at: LATER + DAY })
    expect(dayLater.requests.map(({ key }) => key)).toEqual(['k2'])
    const many = Array.from({ length: 25 }, (_, index) => ({
      key: `n${index}`,
      hash: 'h',
      at: LATER,
    }))
    const full = many.reduce(remember, seen)
    expect(full.requests).toHaveLength(20)
    expect(full.requests.at(-1)?.key).toBe('n24')
  })
})
