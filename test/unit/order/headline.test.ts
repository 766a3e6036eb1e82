import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Line, ShipmentInput } from '../../../schema/order-input.ts'
import type { Facts } from '../../../schema/report.ts'
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import { isTerminal } from '../../../worker/order/fold.ts'
import { headline } from '../../../worker/order/headline.ts'
import type { OrderState, Placed, Shipment, ShopMilestones } from '../../../worker/order/state.ts'
import { milestone, reason } from '../../support/arbitraries.ts'
import { afterLooks, line, look, order, placed, scan, shipment } from '../../support/orders.ts'

interface Parcel {
  readonly milestone: Milestone
  readonly reason?: Reason | null
  readonly facts?: Partial<Facts>
  readonly shop?: Partial<ShipmentInput>
}

const parcel = (
  id: string,
  { milestone, reason = null, facts = {}, shop = {} }: Parcel,
): Shipment =>
  afterLooks(shipment({ id, ...shop }), [look(2, [scan(1, { milestone, reason })], { facts })])

const of = (
  parcels: Readonly<Record<string, Parcel>>,
  more: { placed?: Partial<Placed>; milestones?: ShopMilestones } = {},
): Pick<OrderState, 'placed' | 'milestones' | 'shipments'> => ({
  placed: placed(more.placed),
  milestones: more.milestones ?? {},
  shipments: Object.entries(parcels).map(([id, told]) => parcel(id, told)),
})

const saying = (...parameters: Parameters<typeof of>) => headline(of(...parameters))

const until = (day: string): Partial<Facts> => ({
  pickup: { name: null, address: null, hours: null, until: day, code: null },
})
const due = (day: string): Partial<Facts> => ({ estimate: { from: day, to: day } })

/** From what matters most to what matters least. */
const PRECEDENCE: readonly (readonly [string, Parcel])[] = [
  ['an action with a near deadline', { milestone: 'ready_for_pickup', facts: until('2026-03-12') }],
  [
    'an action with a far deadline',
    {
      milestone: 'attempt_failed',
      reason: 'recipient_absent',
      facts: { next_attempt: '2026-03-15' },
    },
  ],
  ['an action with none', { milestone: 'in_transit', reason: 'customs_documents' }],
  ['a problem', { milestone: 'in_transit', reason: 'lost' }],
  ['a delay', { milestone: 'in_transit', reason: 'weather' }],
  ['what comes today', { milestone: 'out_for_delivery' }],
  ['what comes soonest', { milestone: 'in_transit', facts: due('2026-03-12') }],
  ['what comes later', { milestone: 'in_transit', facts: due('2026-03-20') }],
  ['what comes some day', { milestone: 'accepted' }],
  ['what ended otherwise', { milestone: 'cancelled' }],
  ['what is delivered', { milestone: 'delivered' }],
]

describe('the headline of several parcels', () => {
  const pairs = PRECEDENCE.flatMap(([grave, first], index) =>
    PRECEDENCE.slice(index + 1).map(([light, second]) => ({ grave, light, first, second })),
  )

  it.each(pairs)('is $grave before $light', ({ first, second }) => {
    // The graver one has the later id and comes last, so that neither order nor name decides.
    expect(saying({ a: second, b: first }).shipment).toBe('b')
  })

  it('does not depend on the order of the parcels', () => {
    const told = fc.record({ milestone, reason: fc.option(reason) })
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 4 }), (parcels) => {
        const named = parcels.map((each, index) => [`s${index}`, each] as const)
        const backwards = [...named].reverse()
        expect(saying(Object.fromEntries(backwards))).toEqual(saying(Object.fromEntries(named)))
      }),
    )
  })

  it('compares deadlines as instants, whatever offset they are written with', () => {
    const sooner = until('2026-03-12T01:00:00+04:00')
    const later = until('2026-03-11T22:00:00-05:00')
    const both = {
      a: { milestone: 'ready_for_pickup', facts: later },
      b: { milestone: 'ready_for_pickup', facts: sooner },
    } as const
    expect(saying(both).shipment).toBe('b')
  })

  it('takes a deadline nobody can read for none', () => {
    const vague = { milestone: 'ready_for_pickup', facts: until('within 7 days') } as const
    const named = { milestone: 'ready_for_pickup', facts: until('2026-03-12') } as const
    expect(saying({ a: vague, b: named }).shipment).toBe('b')
  })

  it('says what its parcel says', () => {
    fc.assert(
      fc.property(milestone, fc.option(reason), (at, why) => {
        const state = of({ a: { milestone: at, reason: why } })
        const [only] = state.shipments
        expect(headline(state)).toEqual({
          state: only?.status.milestone,
          condition: only?.status.condition,
          situation: only?.status.situation,
          shipment: 'a',
        })
      }),
    )
  })
})

describe('parcels that do not count', () => {
  it('a replaced one leaves the word to its replacement', () => {
    const lost = { milestone: 'ended', reason: 'lost' } as const
    const replacement = {
      milestone: 'in_transit',
      shop: { direction: 'replacement', replaces: 'a' },
    } as const
    expect(saying({ a: lost, b: replacement })).toMatchObject({
      state: 'in_transit',
      shipment: 'b',
    })
  })

  it('a return never speaks for the order', () => {
    const back = { milestone: 'in_transit', reason: 'lost', shop: { direction: 'return' } } as const
    expect(saying({ a: back, b: { milestone: 'delivered' } })).toMatchObject({
      state: 'delivered',
      condition: 'on_track',
      shipment: 'b',
    })
    expect(saying({ a: back })).toMatchObject({ state: 'placed', shipment: null })
  })

  it('parcels that replace one another in a ring are not all left out', () => {
    const ring = {
      a: { milestone: 'in_transit', shop: { replaces: 'b' } },
      b: { milestone: 'accepted', shop: { replaces: 'a' } },
    } as const
    expect(saying(ring).shipment).toBe('a')
  })
})

describe('an order delivered in part', () => {
  it('says so while the rest is quietly on its way', () => {
    for (const rest of ['pending', 'label_created', 'accepted', 'in_transit'] as const) {
      expect(saying({ a: { milestone: 'delivered' }, b: { milestone: rest } })).toMatchObject({
        situation: 'part_delivered',
        state: rest,
      })
    }
  })

  it('says what the rest asks or brings instead', () => {
    for (const rest of ['out_for_delivery', 'ready_for_pickup', 'attempt_failed'] as const) {
      expect(saying({ a: { milestone: 'delivered' }, b: { milestone: rest } }).situation).not.toBe(
        'part_delivered',
      )
    }
    const late = { milestone: 'in_transit', reason: 'weather' } as const
    expect(saying({ a: { milestone: 'delivered' }, b: late }).situation).toBe('delayed')
  })

  it('says so too where every parcel is there and the shop still owes articles', () => {
    const counts = {
      open: 1,
      shipped: 0,
      delivered: 1,
      cancelled: 0,
      refunded: 0,
      returned: 0,
      replaced: 0,
    }
    const owed = { placed: { lines: [line({ quantity: 2, counts })] } }
    const there = { a: { milestone: 'delivered' } } as const
    expect(saying(there, owed).situation).toBe('part_delivered')
    expect(saying(there).situation).toBe('delivered')
  })

  it('is not what a parcel on its way back makes of it', () => {
    expect(
      saying({ a: { milestone: 'delivered' }, b: { milestone: 'returned_to_sender' } }),
    ).toMatchObject({ situation: 'returned_to_sender', condition: 'problem' })
  })
})

describe('a cancelled order', () => {
  const milestones = { cancelled: '2026-03-10T09:00:00Z' }

  it('is cancelled whatever else it was, but for a parcel that is there', () => {
    fc.assert(
      fc.property(milestone, (at) => {
        const told = saying({ a: { milestone: at } }, { milestones })
        expect(told.situation === 'cancelled').toBe(at !== 'delivered')
      }),
    )
  })

  it('is cancelled before anything ships', () => {
    expect(saying({}, { milestones: { ...milestones, packed: '2026-03-10T08:30:00Z' } })).toEqual({
      state: 'cancelled',
      condition: 'on_track',
      situation: 'cancelled',
      shipment: null,
    })
  })
})

describe('an order before it ships', () => {
  const confirmed = { confirmed: '2026-03-10T09:00:00Z' }
  const packed = { ...confirmed, packed: '2026-03-10T10:00:00Z' }
  const kind = (name: Line['kind']) => ({ lines: [line({ kind: name })] })
  const dueNow = { payment: { status: 'due', amount: '20.00' } } as const
  const digital = { delivery: { method: 'digital' }, ...kind('digital') } as const

  it.each([
    ['placed', {}, {}, 'placed', 'on_track'],
    ['confirmed', {}, confirmed, 'confirmed', 'on_track'],
    ['packed', {}, packed, 'packed', 'on_track'],
    ['unpaid', dueNow, {}, 'payment_awaited', 'action_needed'],
    ['unpaid and confirmed', dueNow, confirmed, 'payment_awaited', 'action_needed'],
    ['packed, whatever was due', dueNow, packed, 'packed', 'on_track'],
    [
      'cash on delivery',
      { payment: { status: 'cash_on_delivery', amount: '1' } },
      {},
      'placed',
      'on_track',
    ],
    ['a pre-order', kind('pre_order'), {}, 'preorder', 'on_track'],
    ['a back-order', kind('back_order'), confirmed, 'backorder', 'on_track'],
    [
      'a back-order among others',
      {
        lines: [
          line(),
          line({ id: 'l2', kind: 'back_order' }),
          line({ id: 'l3', kind: 'pre_order' }),
        ],
      },
      {},
      'backorder',
      'on_track',
    ],
    ['a download not ready', digital, {}, 'placed', 'on_track'],
    ['a download ready', digital, confirmed, 'digital_ready', 'on_track'],
    ['a subscription', kind('subscription'), {}, 'placed', 'on_track'],
    ['nothing listed', { lines: [] }, {}, 'placed', 'on_track'],
  ] as const)('%s', (_name, shop, milestones, situation, condition) => {
    expect(saying({}, { placed: shop as Partial<Placed>, milestones })).toMatchObject({
      situation,
      condition,
      shipment: null,
    })
  })

  it('keeps as its state what the shop said last', () => {
    expect(saying({}, { placed: kind('pre_order'), milestones: confirmed }).state).toBe('confirmed')
  })
})

describe('an order as a whole', () => {
  it('is over in its headline only where no counted parcel is under way', () => {
    fc.assert(
      fc.property(fc.array(milestone, { minLength: 1, maxLength: 4 }), (all) => {
        const told = saying(
          Object.fromEntries(all.map((at, index) => [`s${index}`, { milestone: at }])),
        )
        if (all.some((at) => !isTerminal(at)))
          expect(['delivered', 'cancelled']).not.toContain(told.state)
      }),
    )
  })

  it('begins as what its first parcel is', () => {
    expect(order().status).toMatchObject({ state: 'pending', situation: 'number_unknown' })
    expect(order({ shipments: [] }).status).toMatchObject({ state: 'placed', shipment: null })
  })
})
