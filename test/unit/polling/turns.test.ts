import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CADENCES, ONCE, slotAt } from '../../../worker/order/wheel.ts'
import { cadencesDue, minutesDue } from '../../../worker/polling/tick.ts'

const LONGEST = Math.max(...CADENCES)
const TURNING = CADENCES.filter((cadence) => cadence !== ONCE)
/** Minutes a tick catches up besides its own. */
const AHEAD = 9

interface Poll {
  readonly at: number
  readonly due: number
}

/** Every look at a parcel of a cadence and slot, when ticks come at these minutes. */
function polls(ticks: readonly number[], start: number, cadence: number, slot: number): Poll[] {
  const found: Poll[] = []
  let watermark = start
  for (const at of ticks) {
    const { from, to } = minutesDue(watermark, at)
    for (let due = from; due <= to; due += 1) {
      if (cadencesDue(due, at).includes(cadence) && slotAt(cadence, due) === slot)
        found.push({ at, due })
    }
    watermark = Math.max(to, watermark)
  }
  return found
}

/** The longest a parcel went unpolled, from the start to the end of the ticks. */
function longestGap(
  ticks: readonly number[],
  start: number,
  cadence: number,
  slot: number,
): number {
  const times = [
    start,
    ...polls(ticks, start, cadence, slot).map(({ at }) => at),
    ticks.at(-1) ?? start,
  ]
  return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))
}

const START = 1_000_000

/** Minute by minute for three days, but for a gap after some hours. */
const withGap = (gap: number, after = 600): number[] =>
  Array.from({ length: 3 * 1440 }, (_, index) => START + 1 + index).filter(
    (at) => at <= START + after || at > START + after + gap,
  )

/**
 * A parcel waits at most its cadence, then the gap, then until its minute is caught up: nine minutes
 * of the gap are caught up in each.
 */
const bound = (cadence: number, gap: number): number => cadence + gap + Math.ceil(gap / AHEAD)

describe('the wheel without a gap', () => {
  it.each(TURNING)('looks at every parcel of cadence %i exactly that often', (cadence) => {
    for (const slot of [0, Math.floor(cadence / 2), cadence - 1]) {
      const times = polls(withGap(0), START, cadence, slot).map(({ at }) => at)
      const between = times.slice(1).map((at, index) => at - (times[index] ?? 0))
      expect(new Set(between)).toEqual(new Set([cadence]))
    }
  })
})

describe('the wheel after a gap', () => {
  const cases = [1, 5, 20, 90, 400].flatMap((gap) => TURNING.map((cadence) => ({ gap, cadence })))

  it.each(cases)(
    'of $gap minutes leaves no parcel of cadence $cadence longer than both',
    ({ gap, cadence }) => {
      const step = Math.max(1, Math.floor(cadence / 12))
      for (let slot = 0; slot < cadence; slot += step) {
        expect(longestGap(withGap(gap), START, cadence, slot)).toBeLessThanOrEqual(
          bound(cadence, gap),
        )
      }
    },
  )

  it('of a day looks at everything again within the longest cadence', () => {
    const ticks = withGap(1440)
    const back = START + 600 + 1440
    for (const cadence of TURNING) {
      for (let slot = 0; slot < cadence; slot += Math.max(1, cadence / 20)) {
        const first = polls(ticks, START, cadence, slot).find(({ at }) => at > back)
        expect((first?.at ?? Number.POSITIVE_INFINITY) - back).toBeLessThanOrEqual(LONGEST)
      }
    }
  })

  it('works through at most ten minutes a tick, oldest first', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (watermark, minute) => {
        const { from, to } = minutesDue(watermark, minute)
        expect(from).toBeGreaterThan(watermark)
        expect(to - from).toBeLessThan(10)
        expect(to).toBeLessThanOrEqual(minute)
      }),
    )
  })

  it('reads a late minute only for parcels that have not come round again', () => {
    expect(cadencesDue(1000, 1000)).toEqual([...CADENCES])
    expect(cadencesDue(1000, 1060)).toEqual([ONCE, ...TURNING.filter((cadence) => cadence > 60)])
    expect(cadencesDue(1000, 1000 + LONGEST)).toEqual([ONCE])
  })
})

describe('ticks that come twice or late', () => {
  const irregular = fc
    .array(fc.constantFrom(0, 1, 1, 1, 1, 2, 3, 7), {
      minLength: 1200,
      maxLength: 1200,
      size: 'max',
    })
    .map((steps) => {
      let at = START
      return steps.map((step) => {
        at += step
        return at
      })
    })

  it('look at every parcel, and at none twice for one minute', () => {
    fc.assert(
      fc.property(irregular, fc.constantFrom(...TURNING), fc.nat(), (ticks, cadence, any) => {
        const slot = any % cadence
        const looked = polls(ticks, START, cadence, slot)
        expect(new Set(looked.map(({ due }) => due)).size).toBe(looked.length)
        expect(longestGap(ticks, START, cadence, slot)).toBeLessThanOrEqual(bound(cadence, 7))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('do nothing where the minute is done', () => {
    const { from, to } = minutesDue(500, 500)
    expect(from).toBeGreaterThan(to)
  })
})

describe('a parcel’s one last look', () => {
  it('comes once, also where its minute fell into a gap', () => {
    for (const slot of [START + 10, START + 605, START + 650, START + 689]) {
      expect(polls(withGap(90), START, ONCE, slot)).toHaveLength(1)
    }
  })
})
