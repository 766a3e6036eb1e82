import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import { MILESTONES, REASONS, TERMINAL_MILESTONES } from '../../../schema/vocabulary.ts'
import type { Folded } from '../../../worker/order/fold.ts'
import { fold, isTerminal, MOVES } from '../../../worker/order/fold.ts'
import { milestone, reason } from '../../support/arbitraries.ts'
import { kept, START } from '../../support/orders.ts'

type Said = Milestone | null | readonly [Milestone | null, Reason]

/** What scans an hour apart amount to. */
const folded = (...said: readonly Said[]): Folded =>
  fold(
    said.map((word, index) => {
      const [milestone, reason] = Array.isArray(word) ? word : [word, null]
      return kept(index + 1, { milestone, reason })
    }),
    START,
  )

const rank = (milestone: Milestone): number => MILESTONES.indexOf(milestone)

describe('the table of moves', () => {
  it('has a row for every milestone and names only milestones', () => {
    expect(Object.keys(MOVES)).toEqual([...MILESTONES])
    for (const targets of Object.values(MOVES)) {
      expect(MILESTONES).toEqual(expect.arrayContaining([...targets]))
    }
  })

  it('never moves a parcel to where it is, and names each move once', () => {
    for (const from of MILESTONES) {
      expect(MOVES[from]).not.toContain(from)
      expect(new Set(MOVES[from]).size).toBe(MOVES[from].length)
    }
  })

  it('lacks only those moves forward that do not happen', () => {
    const absent = MILESTONES.flatMap((from) =>
      MILESTONES.filter((to) => rank(to) > rank(from) && !MOVES[from].includes(to)).map(
        (to) => `${from} → ${to}`,
      ),
    )
    expect(absent).toEqual([
      'ready_for_pickup → cancelled',
      'delivered → cancelled',
      'delivered → ended',
      'returning_to_sender → cancelled',
      'returned_to_sender → cancelled',
      'returned_to_sender → ended',
      'cancelled → ended',
    ])
  })

  it('goes back only where the world does', () => {
    const back = MILESTONES.flatMap((from) =>
      MOVES[from].filter((to) => rank(to) < rank(from)).map((to) => `${from} → ${to}`),
    )
    const found = MOVES.ended.map((to) => `ended → ${to}`)
    const voided = MOVES.cancelled.map((to) => `cancelled → ${to}`)
    expect(back).toEqual([
      'out_for_delivery → in_transit',
      'attempt_failed → in_transit',
      'attempt_failed → out_for_delivery',
      'ready_for_pickup → in_transit',
      'ready_for_pickup → out_for_delivery',
      ...voided,
      ...found,
    ])
  })

  it('lets a parcel reach every milestone', () => {
    const reached = new Set<Milestone>(['pending'])
    for (const from of reached) for (const to of MOVES[from]) reached.add(to)
    expect([...reached].sort()).toEqual([...MILESTONES].sort())
    for (const to of MILESTONES) expect(folded(to).milestone).toBe(to)
  })
})

describe('a milestone', () => {
  it('moves along the table and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(fc.option(milestone), { maxLength: 12 }), (said) => {
        const before = folded(...said.slice(0, -1)).milestone
        const after = folded(...said).milestone
        const last = said.at(-1)
        if (after === before) {
          expect(
            last === undefined || last === null || !MOVES[before].includes(last) || last === before,
          ).toBe(true)
        } else if (before === 'returning_to_sender' && last === 'delivered') {
          expect(after).toBe('returned_to_sender')
        } else {
          expect(after).toBe(last)
          expect(MOVES[before]).toContain(after)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is pending where nobody has said anything', () => {
    expect(folded()).toEqual({
      milestone: 'pending',
      condition: 'on_track',
      reason: null,
      delivered: null,
      scanned: null,
      rolled_over: false,
    })
  })

  it('of a label alone is never in transit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('label_created' as const, 'pending' as const, null)),
        (said) => {
          expect(['pending', 'label_created']).toContain(folded(...said).milestone)
        },
      ),
    )
  })

  it('of a parcel delivered on its way back is returned to sender', () => {
    expect(folded('returning_to_sender', 'delivered').milestone).toBe('returned_to_sender')
    expect(folded('delivered', 'returning_to_sender', 'delivered').milestone).toBe(
      'returned_to_sender',
    )
  })

  it('follows a second attempt after a failed one', () => {
    expect(folded('attempt_failed', 'out_for_delivery').milestone).toBe('out_for_delivery')
  })

  it('of a delivered parcel stays when the carrier repeats older news late', () => {
    expect(folded('delivered', 'in_transit', 'out_for_delivery').milestone).toBe('delivered')
  })

  it('of a lost parcel that is found moves on', () => {
    expect(folded('ended', 'in_transit').milestone).toBe('in_transit')
  })

  it('is terminal exactly where nothing more is expected', () => {
    expect(MILESTONES.filter(isTerminal)).toEqual([...TERMINAL_MILESTONES])
  })
})

describe('a reason', () => {
  it('sets the condition that the table of reasons gives it', () => {
    fc.assert(
      fc.property(reason, (why) => {
        expect(folded(['in_transit', why])).toMatchObject({
          reason: why,
          condition: REASONS[why].condition,
        })
      }),
    )
  })

  it('clears when the parcel moves on', () => {
    fc.assert(
      fc.property(reason, (why) => {
        expect(folded(['in_transit', why], 'out_for_delivery')).toMatchObject({
          reason: null,
          condition: 'on_track',
        })
      }),
    )
  })

  it('clears with further news of the same milestone', () => {
    expect(folded(['in_transit', 'weather'], 'in_transit').reason).toBeNull()
  })

  it('stays when a scan says neither milestone nor reason', () => {
    expect(folded(['in_transit', 'weather'], null).reason).toBe('weather')
  })

  it('may come without a milestone, and leaves it', () => {
    expect(folded('in_transit', [null, 'customs_documents'])).toMatchObject({
      milestone: 'in_transit',
      reason: 'customs_documents',
      condition: 'action_needed',
    })
  })

  it('after the end counts only where it is a problem', () => {
    fc.assert(
      fc.property(reason, fc.constantFrom(...TERMINAL_MILESTONES), (why, end) => {
        const isProblem = REASONS[why].condition === 'problem'
        expect(folded(end, [null, why]).reason).toBe(isProblem ? why : null)
        expect(folded([end, why]).reason).toBe(isProblem ? why : null)
      }),
    )
  })

  it('of a damaged delivery is not silenced by a delay told later', () => {
    expect(folded('delivered', [null, 'damaged'], [null, 'weather']).reason).toBe('damaged')
  })

  it('of an impossible scan is not believed', () => {
    expect(folded('delivered', ['in_transit', 'lost'])).toMatchObject({ reason: null })
  })
})

describe('the moments', () => {
  it('of delivery is the first scan that said so', () => {
    const twice = folded('delivered', 'delivered')
    expect(twice.delivered).toEqual({ at: '2026-03-10T09:00:00Z', local: null })
    expect(twice.scanned).toEqual({ at: '2026-03-10T10:00:00Z', local: null })
  })

  it('of the last scan is unknown where the carrier gave no time', () => {
    const timeless = kept(1, { at: null, milestone: 'in_transit' })
    expect(fold([timeless], START)).toMatchObject({ milestone: 'in_transit', scanned: null })
  })

  it('keep a local time as it is: nobody invents an offset', () => {
    const local = kept(1, { at: null, local: '2026-03-11T09:00:00', milestone: 'delivered' })
    expect(fold([local], START).delivered).toEqual({ at: null, local: '2026-03-11T09:00:00' })
  })

  it('ignore scans of another parcel and scans taken back', () => {
    const foreign = kept(-100, { milestone: 'delivered' })
    const withdrawn = kept(5, { milestone: 'delivered', withdrawn: true })
    expect(fold([foreign, kept(1, { milestone: 'accepted' }), withdrawn], START)).toMatchObject({
      milestone: 'accepted',
      delivered: null,
      scanned: { at: '2026-03-10T09:00:00Z' },
    })
  })
})

describe('a van that came back', () => {
  it('is said until something else happens', () => {
    expect(folded('out_for_delivery', 'in_transit')).toMatchObject({
      rolled_over: true,
      condition: 'delayed',
    })
    expect(folded('out_for_delivery', 'in_transit', 'in_transit').rolled_over).toBe(true)
    expect(folded('out_for_delivery', 'in_transit', 'out_for_delivery').rolled_over).toBe(false)
    expect(folded('out_for_delivery', 'attempt_failed', 'in_transit').rolled_over).toBe(false)
  })
})
