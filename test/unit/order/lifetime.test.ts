import { describe, expect, it } from 'vitest'
import { DAY } from '../../../worker/lib/clock.ts'
import { forgetAt } from '../../../worker/order/lifetime.ts'
import { mark, record } from '../../../worker/order/order.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { look, order, START, scan } from '../../support/orders.ts'

const two = order({ shipments: [{ id: 'a' }, { id: 'b', tracking_number: 'N2' }] })
const ended = (state: OrderState, id: string, milestone: 'delivered' | 'ended') =>
  record(state, id, look(48, [scan(47, { milestone })]))

describe('an order lets its object go', () => {
  it('two weeks after the last news of an end', () => {
    const over = ended(ended(two, 'a', 'delivered'), 'b', 'ended')
    expect(forgetAt(over)).toBe(START + 2 * DAY + 14 * DAY)
  })

  it('never while a parcel is under way or before anything ships', () => {
    expect(forgetAt(two)).toBeNull()
    expect(forgetAt(ended(two, 'a', 'delivered'))).toBeNull()
    expect(forgetAt(order({ shipments: [] }))).toBeNull()
  })

  it('when it was cancelled before anything shipped', () => {
    const cancelled = (state: OrderState) =>
      mark(state, { cancelled: '2026-03-10T09:00:00Z' }, START)
    expect(forgetAt(cancelled(order({ shipments: [] })))).toBe(START + 14 * DAY)
    expect(forgetAt(cancelled(two))).toBeNull()
  })
})
