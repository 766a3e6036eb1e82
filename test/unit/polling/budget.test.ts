import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, SECOND } from '../../../worker/lib/clock.ts'
import type { Limits, Reserved } from '../../../worker/polling/budget.ts'
import { Budget, isLook } from '../../../worker/polling/budget.ts'

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
    take: (now: number, isWheel = true) => budget.take(now, isWheel),
    left: (now: number) => budget.left(now),
    isAhead: (now: number) => budget.isAhead(now),
    every: (now: number) => budget.every(now),
    sleep: (now: number) => {
      budget.settle()
      budget = awake(now)
    },
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

  it('that was not all used is there again after a sleep', () => {
    const it = account({ perSecond: 1000, perDay: 1000 })
    it.take(MIDNIGHT)
    it.sleep(MIDNIGHT + 1)
    expect(it.left(MIDNIGHT + 1)).toBe(999)
    it.loseMemory(MIDNIGHT + 2)
    it.take(MIDNIGHT + 1000)
    it.loseMemory(MIDNIGHT + 2000)
    expect(it.left(MIDNIGHT + 2000)).toBe(989)
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
    lost: fc.constantFrom<false | 'sleep' | 'loseMemory'>(
      false,
      false,
      false,
      'sleep',
      'loseMemory',
    ),
  })
  const limits = fc.record({
    perSecond: fc.constantFrom(0.5, 2, 10),
    perDay: fc.constantFrom(null, 5, 30, 250),
  })

  it('asks less, never more: neither by the day nor by the second', () => {
    fc.assert(
      fc.property(limits, fc.array(step, { minLength: 20, maxLength: 150 }), (stated, steps) => {
        const it = account(stated)
        const grants: number[] = []
        const losses: number[] = []
        let now = MIDNIGHT
        for (const { after, lost } of steps) {
          now += after
          if (lost !== false) {
            it[lost](now)
            losses.push(now)
          }
          if (it.take(now) === 0) grants.push(now)
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

describe('what is left of a day', () => {
  it('is counted down, and whole again the next day', () => {
    const it = account({ perSecond: 1000, perDay: 10 })
    for (let index = 0; index < 4; index += 1) it.take(MIDNIGHT + index)
    expect(it.left(MIDNIGHT + 4)).toBe(6)
    expect(it.left(MIDNIGHT + DAY)).toBe(10)
  })

  it('is not said where the carrier states none', () => {
    const it = account({ perSecond: 1, perDay: null })
    expect([it.left(MIDNIGHT), it.isAhead(MIDNIGHT)]).toEqual([null, true])
  })

  it('is for others than the wheel while more is left of it than of the day', () => {
    const it = account({ perSecond: 1000, perDay: 10 })
    for (let index = 0; index < 5; index += 1) it.take(MIDNIGHT + index)
    expect(it.isAhead(MIDNIGHT + DAY / 4)).toBe(false)
    expect(it.isAhead(MIDNIGHT + (3 * DAY) / 4)).toBe(true)
  })
})

describe('a day that is too short for the wheel', () => {
  const MINUTES = 1440
  const UNIT = DAY / MINUTES

  /** Parcels spread over a wheel, looked at for days; the minutes at which each had its look. */
  function live(perDay: number, parcels: number, cadence: number, days: number, sleepy = false) {
    const budget = account({ perSecond: 1000, perDay })
    const looks = Array.from({ length: parcels }, (): number[] => [])
    const spent: number[] = []
    for (let minute = 0; minute < days * MINUTES; minute += 1) {
      const now = MIDNIGHT + minute * UNIT
      if (sleepy) budget.sleep(now)
      for (let parcel = minute % cadence; parcel < parcels; parcel += cadence) {
        if (!isLook(minute, cadence, budget.every(now)) || budget.take(now + parcel) > 0) continue
        looks[parcel]?.push(minute)
        const day = Math.floor(minute / MINUTES)
        spent[day] = (spent[day] ?? 0) + 1
      }
    }
    return { looks, spent }
  }

  it.each([
    ['half as long as it should be', 720, 240, 240],
    ['far too short', 250, 960, 240],
    ['too short for rare looks', 100, 480, 480],
    ['just too short', 1400, 240, 240],
  ])(
    '%s: from the third day on each parcel waits as long as any other',
    (_name, perDay, parcels, cadence) => {
      const { looks, spent } = live(perDay, parcels, cadence, 12)
      for (const used of spent) expect(used).toBeLessThanOrEqual(perDay)
      const gaps = looks.map((minutes) => {
        const late = minutes.filter((minute) => minute >= 3 * MINUTES)
        return late.slice(1).map((minute, index) => minute - (late[index] ?? 0))
      })
      const [first = []] = gaps
      const [gap = 0] = first
      expect(gap).toBeGreaterThan(cadence)
      expect(new Set(gaps.flat())).toEqual(new Set([gap]))
      for (const used of spent.slice(3)) expect(used).toBeGreaterThan(perDay * 0.4)
    },
  )

  it('is shared alike by an account that sleeps after every minute', () => {
    expect(live(300, 480, 240, 6, true)).toEqual(live(300, 480, 240, 6))
  })

  it('that is long enough again is used again', () => {
    const budget = account({ perSecond: 1000, perDay: 10 })
    for (let index = 0; index < 11; index += 1) budget.take(MIDNIGHT + DAY / 4)
    expect(budget.every(MIDNIGHT + DAY)).toBe(8)
    const every = [1, 2, 3, 4, 5].map((day) => {
      budget.take(MIDNIGHT + day * DAY)
      return budget.every(MIDNIGHT + day * DAY)
    })
    expect(every).toEqual([8, 4, 2, 1, 1])
  })

  it('is no shorter for the wheel because others ran it out', () => {
    const budget = account({ perSecond: 1000, perDay: 10 })
    for (let index = 0; index < 11; index += 1) budget.take(MIDNIGHT + DAY / 4, false)
    expect(budget.every(MIDNIGHT + DAY)).toBe(1)
  })

  it('leaves parcels in peace whose one more turn names itself, and those of no cadence', () => {
    expect([isLook(7, 0, 64), isLook(7, undefined, 64)]).toEqual([true, true])
  })

  it('is thinned out so that more looks are never others than fewer', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.constantFrom(60, 120, 240, 480), (minute, cadence) => {
        const looks = [64, 32, 16, 8, 4, 2, 1].map((every) => isLook(minute, cadence, every))
        expect(looks).toEqual([...looks].sort())
      }),
    )
  })
})
