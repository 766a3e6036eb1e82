import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_FACTS } from '../../../schema/report.ts'
import type { Milestone, Reason, Situation } from '../../../schema/vocabulary.ts'
import {
  DIRECTIONS,
  HANDOVERS,
  MILESTONES,
  REASON_NAMES,
  REASONS,
  SITUATIONS,
} from '../../../schema/vocabulary.ts'
import { shipmentFrom } from '../../../worker/order/shipment.ts'
import type { Shipment } from '../../../worker/order/state.ts'
import { anyLooks } from '../../support/arbitraries.ts'
import { afterLooks, look, START, scan, shipment, shipmentInput } from '../../support/orders.ts'

/** Those an order alone can be in. */
const OF_ORDERS: readonly Situation[] = [
  'placed',
  'payment_awaited',
  'confirmed',
  'preorder',
  'backorder',
  'packed',
  'digital_ready',
  'part_delivered',
]
const OF_SHIPMENTS = SITUATIONS.filter((situation) => !OF_ORDERS.includes(situation))

interface Told {
  readonly milestone?: Milestone | null
  readonly reason?: Reason | null
  readonly facts?: Partial<typeof NO_FACTS>
}

/** A shipment whose carrier told this, scan by scan. */
function told(scans: readonly Told[], over: Parameters<typeof shipmentInput>[0] = {}): Shipment {
  const facts = Object.assign({}, ...scans.map((scan) => scan.facts ?? {}))
  const said = scans.map(({ milestone = null, reason = null }, index) =>
    scan(index + 1, { milestone, reason }),
  )
  return afterLooks(shipment(over), [look(9, said, { facts: { ...NO_FACTS, ...facts } })])
}

const situationOf = (...parameters: Parameters<typeof told>): Situation =>
  told(...parameters).status.situation

describe('every situation a shipment can be in', () => {
  it('is reached by what a carrier can tell, and nothing else is', () => {
    const handovers = HANDOVERS.map((to) => ({
      handover: { to, at: null, signed_by: null, photo: null },
    }))
    const all = [
      ...MILESTONES.flatMap((milestone) =>
        [null, ...REASON_NAMES].map((reason) => situationOf([{ milestone, reason }])),
      ),
      ...handovers.map((facts) => situationOf([{ milestone: 'delivered', facts }])),
      situationOf([{ milestone: 'attempt_failed', facts: { next_attempt: '2026-03-12' } }]),
      situationOf([{ milestone: 'out_for_delivery' }, { milestone: 'in_transit' }]),
      situationOf([], { carrier: 'some_courier' }),
      situationOf([{ milestone: 'in_transit' }], { direction: 'return' }),
      situationOf([{ milestone: 'delivered' }], { direction: 'return' }),
    ]
    expect([...new Set(all)].sort()).toEqual([...OF_SHIPMENTS].sort())
  })

  it('is one of the list whatever happens to a parcel in any direction', () => {
    fc.assert(
      fc.property(anyLooks, fc.constantFrom(...DIRECTIONS), (looks, direction) => {
        const { status } = afterLooks(shipment({ direction }), looks)
        expect(OF_SHIPMENTS).toContain(status.situation)
      }),
    )
  })
})

describe('a grave reason', () => {
  it('is never hidden behind a milestone that sounds well', () => {
    const calm: readonly Situation[] = ['label_only', 'number_unknown', 'accepted', 'in_transit']
    for (const reason of REASON_NAMES) {
      for (const milestone of ['pending', 'label_created', 'accepted', 'in_transit'] as const) {
        expect(calm).not.toContain(situationOf([{ milestone, reason }]))
      }
    }
  })

  it('is shown even of a delivered parcel where it is a problem', () => {
    expect(situationOf([{ milestone: 'delivered' }, { reason: 'damaged' }])).toBe('damaged')
    for (const reason of REASON_NAMES.filter((name) => REASONS[name].condition !== 'problem')) {
      expect(situationOf([{ milestone: 'delivered' }, { reason }])).toBe('delivered')
    }
  })
})

describe('a failed attempt', () => {
  it('says the next one where the carrier named a day', () => {
    const failed: Told = { milestone: 'attempt_failed', reason: 'recipient_absent' }
    expect(situationOf([failed])).toBe('attempt_failed')
    expect(situationOf([{ ...failed, facts: { next_attempt: '2026-03-12' } }])).toBe(
      'attempt_failed_next',
    )
  })

  it('says a closed door rather than a failure', () => {
    expect(situationOf([{ milestone: 'attempt_failed', reason: 'access_denied' }])).toBe(
      'closed_or_no_access',
    )
  })
})

describe('a number nobody knows yet', () => {
  it('tells a carrier we ask from one we only know by name', () => {
    expect(situationOf([])).toBe('number_unknown')
    expect(situationOf([], { carrier: 'some_courier' })).toBe('untracked_carrier')
  })

  it('is asked about while its last leg’s carrier is one of ours', () => {
    const legs = [{ carrier: 'ups', tracking_number: 'N2' }]
    expect(situationOf([], { carrier: 'some_courier', legs })).toBe('number_unknown')
  })
})

describe('a return', () => {
  it('is on its way until the shop has it, and no trouble for being a return', () => {
    expect(told([{ milestone: 'in_transit' }], { direction: 'return' }).status).toMatchObject({
      situation: 'return_on_its_way',
      condition: 'on_track',
    })
    expect(situationOf([{ milestone: 'delivered' }], { direction: 'return' })).toBe(
      'return_received',
    )
  })

  it('is a problem where it is lost', () => {
    expect(told([{ milestone: 'ended' }], { direction: 'return' }).status.condition).toBe('problem')
  })
})

describe('a shipment told anew by the shop', () => {
  const known = afterLooks(shipment(), [look(2, [scan(1, { milestone: 'in_transit' })])])
  const again = (over: Parameters<typeof shipmentInput>[0]) =>
    shipmentFrom(shipmentInput(over), START + 1, known)

  it('keeps scans, facts and beginning under the same number', () => {
    expect(again({ service: 'express' })).toEqual({ ...known, service: 'express' })
  })

  it('begins when the shop says it was shipped', () => {
    expect(again({ shipped_at: '2026-03-11T00:00:00Z' }).since).toBe(
      Date.parse('2026-03-11T00:00:00Z'),
    )
  })

  it('keeps the scans of the number that stays when a leg is added, wherever it stands', () => {
    const first = {
      carrier: 'sandbox',
      tracking_number: 'N0',
      legs: [{ carrier: 'ups', tracking_number: 'N1' }],
    }
    const after = again({ id: known.id, ...first })
    expect(after.scans.map(({ leg }) => leg)).toEqual([1])
    expect(after.legs.map(({ digest }) => digest)).toEqual(['', 'digest-2'])
    expect(after.status.milestone).toBe('in_transit')
  })

  it('forgets what a number said that is no longer its own', () => {
    const after = again({ id: known.id, tracking_number: 'OTHER' })
    expect(after).toMatchObject({ scans: [], facts: {}, status: { milestone: 'pending' } })
    expect(after.legs[0]).toMatchObject({ digest: '', outcome: 'unknown', looked: null })
  })
})
