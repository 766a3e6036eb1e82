import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, SECOND } from '../../../worker/lib/clock.ts'
import type { Limits, Reserved } from '../../../worker/polling/budget.ts'
import { Budget } from '../../../worker/polling/budget.ts'

const MIDNIGHT = 20_000 * DAY

/** A budget whose memory may be lost, over what it keeps. */
function account(limits: Limits, start = MIDNIGHT) {
  let kept: Reserved | undefined
  let writes = 0
  const awake = (now: number) =>
    new Budget(limits, kept, now, (reserved) => {
      kept = reserved
      writes += 1
    })
  let budget = awake(start)
  return {
    take: (now: number) => budget.take(now),
    loseMemory: (now: number) => {
      budget = awake(now)
    },
    writes: () => writes,
  }
}

describe('a budget by the second', () => {
  it('grants a burst of a second’s requests and then one at a time', () => {
    const { take } = account({ perSecond: 4, perDay: null })
    const granted = Array.from({ length: 10 }, () => take(MIDNIGHT + 5000))
    expect(granted).toEqual([0, 0, 0, 0, 250, 250, 250, 250, 250, 250])
    expect(take(MIDNIGHT + 5250)).toBe(0)
  })

  it('that is less than one grants one after its time', () => {
    const { take } = account({ perSecond: 0.2, perDay: null })
    expect(take(MIDNIGHT)).toBe(0)
    expect(take(MIDNIGHT)).toBe(5000)
    expect(take(MIDNIGHT + 5000)).toBe(0)
  })

  it('says a wait after which the request is granted', () => {
    const { take } = account({ perSecond: 3, perDay: null })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (step) => {
        const now = MIDNIGHT + step
        const wait = take(now)
        if (wait > 0) expect(take(now + wait)).toBe(0)
      }),
    )
  })

  it('wrote nothing where the carrier states none by the day', () => {
    const it = account({ perSecond: 100, perDay: null })
    for (let index = 0; index < 100; index += 1) it.take(MIDNIGHT)
    expect(it.writes()).toBe(0)
  })
})

describe('a budget by the day', () => {
  it('ends with the day and begins with the next', () => {
    const { take } = account({ perSecond: 1000, perDay: 3 })
    const noon = MIDNIGHT + DAY / 2
    expect([take(noon), take(noon), take(noon)]).toEqual([0, 0, 0])
    expect(take(noon)).toBe(DAY / 2)
    expect(take(MIDNIGHT + DAY)).toBe(0)
  })

  it('is kept in a hundred writes, however many requests', () => {
    const it = account({ perSecond: 100_000, perDay: 20_000 })
    for (let index = 0; index < 20_000; index += 1) it.take(MIDNIGHT + index)
    expect(it.writes()).toBe(100)
  })

  it('that was kept yesterday does not count today', () => {
    const it = account({ perSecond: 1000, perDay: 1 })
    expect(it.take(MIDNIGHT)).toBe(0)
    it.loseMemory(MIDNIGHT + DAY)
    expect(it.take(MIDNIGHT + DAY)).toBe(0)
  })
})

describe('an account that loses its memory now and then', () => {
  const step = fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(0, 2000, DAY / 3)),
    lost: fc.constantFrom(false, false, false, false, true),
  })
  const limits = fc.record({
    perSecond: fc.constantFrom(0.5, 2, 10),
    perDay: fc.constantFrom(null, 5, 30, 250),
  })

  it('asks less, never more: neither by the day nor by the second', () => {
    fc.assert(
      fc.property(limits, fc.array(step, { minLength: 20, maxLength: 150 }), (stated, steps) => {
        const { take, loseMemory } = account(stated)
        const grants: number[] = []
        const losses: number[] = []
        let now = MIDNIGHT
        for (const { after, lost } of steps) {
          now += after
          if (lost) {
            loseMemory(now)
            losses.push(now)
          }
          if (take(now) === 0) grants.push(now)
        }
        for (const from of new Set(grants)) {
          const inDay = grants.filter((at) => Math.floor(at / DAY) === Math.floor(from / DAY))
          expect(inDay.length).toBeLessThanOrEqual(stated.perDay ?? Number.POSITIVE_INFINITY)
          const within = (at: number) => at >= from && at < from + SECOND
          // A full bucket and a second's refill; each loss may cost one request, no more.
          const most =
            Math.max(1, stated.perSecond) + stated.perSecond + losses.filter(within).length
          expect(grants.filter(within).length).toBeLessThanOrEqual(most)
        }
      }),
    )
  })
})
