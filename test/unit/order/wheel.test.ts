import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARRIERS, MILESTONES, REACHED, TERMINAL_MILESTONES } from '../../../schema/vocabulary.ts'
import { CADENCES, lastTurn, ONCE, slotAt, turn } from '../../../worker/order/wheel.ts'
import { milestone } from '../../support/arbitraries.ts'

const number = fc.string({ minLength: 4, maxLength: 30 })
const minute = fc.integer({ min: 0, max: 40_000_000 })
const MOVING = MILESTONES.filter((name) => !TERMINAL_MILESTONES.some((end) => end === name))
const moving = fc.constantFrom(...MOVING)
const ups = (tracking_number: string, milestone: (typeof MILESTONES)[number]) => {
  const known = turn({ carrier: 'ups', tracking_number, milestone }, 0)
  if (!known) throw new Error('never due')
  return known
}

const isDue = ({ cadence, slot }: { cadence: number; slot: number }, at: number): boolean =>
  slotAt(cadence, at) === slot

describe('the cadences', () => {
  it('each divide the next longer one', () => {
    const [once, ...turning] = CADENCES
    expect(once).toBe(ONCE)
    for (const [index, longer] of turning.slice(1).entries()) {
      expect(longer % (turning[index] ?? 0)).toBe(0)
    }
  })

  it('are all that a parcel can have', () => {
    for (const carrier of CARRIERS) {
      for (const name of MILESTONES) {
        const known = turn({ carrier, tracking_number: 'N1', milestone: name }, 5)
        expect(CADENCES).toContain(known?.cadence)
      }
    }
  })

  it('are shorter at the door than on the road', () => {
    const of = (name: (typeof MILESTONES)[number]) => ups('N1', name).cadence
    expect(of('out_for_delivery')).toBeLessThan(of('attempt_failed'))
    expect(of('attempt_failed')).toBeLessThan(of('in_transit'))
    expect(of('in_transit')).toBeLessThan(of('pending'))
  })
})

describe('a turn', () => {
  it('is the same on every call', () => {
    fc.assert(
      fc.property(number, milestone, (n, m) => {
        expect(ups(n, m)).toEqual(ups(n, m))
      }),
    )
  })

  it('comes to two orders that share a number together, at the longer one’s minute', () => {
    fc.assert(
      fc.property(number, moving, moving, minute, (n, a, b, from) => {
        const [short, long] = [ups(n, a), ups(n, b)].sort((x, y) => x.cadence - y.cadence)
        if (!short || !long) throw new Error('two turns')
        const next = from + ((((long.slot - from) % long.cadence) + long.cadence) % long.cadence)
        expect(isDue(long, next)).toBe(true)
        expect(isDue(short, next)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('comes exactly once in a cadence', () => {
    fc.assert(
      fc.property(number, moving, minute, (n, m, from) => {
        const it = ups(n, m)
        const due = Array.from({ length: it.cadence }, (_, step) => from + step).filter((at) =>
          isDue(it, at),
        )
        expect(due).toHaveLength(1)
      }),
    )
  })

  it('spreads parcels over the slots about evenly', () => {
    const counts = new Map<number, number>()
    const parcels = 48_000
    for (let index = 0; index < parcels; index += 1) {
      const { slot } = ups(`1Z999AA1${index}`, 'in_transit')
      counts.set(slot, (counts.get(slot) ?? 0) + 1)
    }
    const expected = parcels / 240
    expect(counts.size).toBe(240)
    // Five standard deviations of a fair draw: only a lopsided hash fails.
    expect(Math.max(...counts.values())).toBeLessThan(expected + 5 * Math.sqrt(expected))
    expect(Math.min(...counts.values())).toBeGreaterThan(expected - 5 * Math.sqrt(expected))
  })

  it('does not come to carriers nobody can ask', () => {
    const parcel = {
      carrier: 'some_courier',
      tracking_number: 'N1',
      milestone: 'in_transit',
    } as const
    expect(turn(parcel, 0)).toBeNull()
  })

  it('comes to carriers that are reached over an aggregator alone', () => {
    for (const carrier of REACHED) {
      const parcel = { carrier, tracking_number: 'N1', milestone: 'in_transit' } as const
      expect(turn(parcel, 0)?.cadence).toBe(240)
    }
  })

  it('comes every minute in the sandbox, which asks nobody', () => {
    const parcel = {
      carrier: 'sandbox',
      tracking_number: 'SBX-D-1-1',
      milestone: 'pending',
    } as const
    expect(turn(parcel, 0)).toEqual({ cadence: 1, slot: 0 })
  })
})

describe('a parcel whose journey is over', () => {
  it('has one more turn, a day after its last scan', () => {
    for (const name of TERMINAL_MILESTONES) {
      const once = turn({ carrier: 'ups', tracking_number: 'N1', milestone: name }, 1000)
      expect(once).toEqual({ cadence: ONCE, slot: 2440 })
      expect(isDue({ cadence: ONCE, slot: 2440 }, 2440)).toBe(true)
      expect(isDue({ cadence: ONCE, slot: 2440 }, 2440 + 1440)).toBe(false)
    }
  })
})

describe('the last turn', () => {
  it('is what counting back minute by minute finds', () => {
    fc.assert(
      fc.property(number, moving, fc.integer({ min: 500, max: 5000 }), (n, m, at) => {
        const it = ups(n, m)
        let found = at
        while (!isDue(it, found)) found -= 1
        expect(lastTurn(it, at)).toBe(found)
      }),
    )
  })

  it('of a parcel that has only one is that one, once it came', () => {
    const once = { cadence: ONCE, slot: 2440 }
    expect(lastTurn(once, 2439)).toBeNull()
    expect(lastTurn(once, 2440)).toBe(2440)
    expect(lastTurn(once, 9999)).toBe(2440)
  })
})
