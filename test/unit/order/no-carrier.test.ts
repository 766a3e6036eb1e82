/** A shipment that comes without a carrier: who knows its number is remembered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ShipmentInput } from '../../../schema/order-input.ts'
import { NO_CARRIER } from '../../../schema/vocabulary.ts'
import { MINUTE } from '../../../worker/lib/clock.ts'
import { place, record, ship } from '../../../worker/order/order.ts'
import { project } from '../../../worker/order/projection.ts'
import type { Look } from '../../../worker/order/shipment.ts'
import { shipmentFrom } from '../../../worker/order/shipment.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { anyLooks } from '../../support/arbitraries.ts'
import {
  afterLooks,
  look,
  order,
  placed,
  START,
  scan,
  shipmentInput,
} from '../../support/orders.ts'

/** As the shop sends it: nothing of a carrier. */
function without(over: Partial<ShipmentInput> = {}): ShipmentInput {
  const { carrier: _, ...input } = shipmentInput(over)
  return input
}

const fresh = shipmentFrom(without(), START, undefined)
const moving = [scan(2, { milestone: 'in_transit' })]

const notFound = (hours: number, carrier: string): Look =>
  look(hours, [], { carrier, digest: 'not_found/1', result: { problem: 'not_found' } })

const unaskable: Look = {
  ...look(1, [], { carrier: NO_CARRIER, digest: 'unaskable' }),
  result: { problem: 'unaskable' },
}

const unsent = (): OrderState => ship(order({ shipments: [] }), [without()], START)

describe('without a carrier', () => {
  it('a shipment is known by its number, and is asked about', () => {
    const state = unsent()
    expect(state.shipments).toMatchObject([
      { id: 'N1', legs: [{ carrier: NO_CARRIER, tracking_number: 'N1', outcome: 'unknown' }] },
    ])
    expect(state.shipments[0]?.status.situation).toBe('number_unknown')
    expect(project(state, MINUTE).shipments).toMatchObject([{ carrier: '', cadence: 480 }])
  })

  it('who reports on it is remembered, with the scans', () => {
    const [leg] = afterLooks(fresh, [look(3, moving, { carrier: 'ups' })]).legs
    expect(leg).toMatchObject({ carrier: 'ups', outcome: 'found' })
  })

  it('who does not know it is not', () => {
    const next = afterLooks(fresh, [notFound(3, 'ups')])
    expect(next.legs).toMatchObject([{ carrier: NO_CARRIER, outcome: 'not_found' }])
    expect(next.status.situation).toBe('number_unknown')
  })

  it('it keeps the time of the last look, though nobody knows more than before', () => {
    const looks = [notFound(3, 'ups'), notFound(9, 'ups')]
    expect(afterLooks(fresh, looks).legs[0]?.looked).toBe(looks[1]?.at)
    expect(afterLooks(fresh, looks.toReversed()).legs[0]?.looked).toBe(looks[1]?.at)
  })

  it('once it is known, other carriers’ words on it are nobody’s news', () => {
    const known = afterLooks(fresh, [look(3, moving, { carrier: 'ups' })])
    const others = [
      look(4, [scan(4, { milestone: 'delivered' })], { carrier: 'fedex' }),
      notFound(5, 'fedex'),
      unaskable,
    ]
    expect(afterLooks(known, others)).toBe(known)
  })

  it('where nobody can be asked the page says so, until somebody can', () => {
    const nobody = afterLooks(fresh, [unaskable])
    expect(nobody.status.situation).toBe('untracked_carrier')
    expect(nobody.legs).toMatchObject([{ outcome: 'unaskable', looked: null }])
    expect(afterLooks(nobody, [unaskable])).toBe(nobody)
    expect(afterLooks(nobody, [notFound(9, 'ups')]).status.situation).toBe('number_unknown')
  })

  it('it comes to the same as if the shop had named who knows it', () => {
    const seen = look(-1, moving, { carrier: 'ups', at: START })
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const theirs = [seen, ...looks].map((one) => ({ ...one, carrier: 'ups' }))
        const found = afterLooks(fresh, theirs)
        const named = afterLooks(
          shipmentFrom(shipmentInput({ id: 'N1', carrier: 'ups' }), START, undefined),
          theirs,
        )
        expect(found).toEqual(named)
      }),
    )
  })
})

describe('the shop says it again', () => {
  const found = record(unsent(), 'N1', look(3, moving, { carrier: 'ups' }))
  const again = (state: OrderState, input: ShipmentInput) =>
    place(state, {
      id: state.id,
      merchant: state.merchant,
      placed: placed(),
      shipments: [input],
      at: START,
    })

  it('without a carrier: nothing changes, and what was found stays', () => {
    expect(again(found, without())).toBe(found)
    expect(ship(found, [without()], START)).toBe(found)
  })

  it('with the carrier that was found: it is the same parcel, with its scans', () => {
    expect(again(found, shipmentInput({ carrier: 'ups' }))).toBe(found)
    expect(ship(found, [shipmentInput({ carrier: 'ups' })], START).shipments).toHaveLength(1)
  })

  it('with another carrier: the shop knows better, and that one’s scans are gone', () => {
    const corrected = again(found, shipmentInput({ carrier: 'fedex' }))
    expect(corrected.shipments).toMatchObject([
      { id: 'N1', legs: [{ carrier: 'fedex', outcome: 'unknown' }], scans: [] },
    ])
  })

  it('before anybody knew it: the carrier is asked anew', () => {
    const waiting = record(unsent(), 'N1', notFound(3, 'ups'))
    expect(again(waiting, shipmentInput({ carrier: 'ups' })).shipments).toMatchObject([
      { id: 'N1', legs: [{ carrier: 'ups', outcome: 'unknown', digest: '' }] },
    ])
  })

  it('without the carrier it once named: the parcel stays with it', () => {
    const named = order({ shipments: [{ carrier: 'ups' }] })
    expect(ship(named, [without()], START)).toBe(named)
  })

  it('under an id of its own: two parcels of one number are two', () => {
    const two = ship(found, [without({ id: 'second' })], START)
    expect(two.shipments.map(({ id }) => id)).toEqual(['N1', 'second'])
  })
})
