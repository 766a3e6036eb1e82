import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptProgress } from '../../../worker/polling/progress.ts'
import { Progress } from '../../../worker/polling/progress.ts'

/** Progress over what it keeps, for an object that forgets. */
function account() {
  let kept: KeptProgress | null = null
  let writes = 0
  const awake = () =>
    new Progress(kept, (now) => {
      kept = structuredClone(now)
      writes += 1
    })
  let progress = awake()
  return {
    get now() {
      return progress
    },
    writes: () => writes,
    forget: () => {
      progress = awake()
    },
  }
}

describe('how far an account was polled', () => {
  it('is not known before a minute is finished', () => {
    const { now } = account()
    now.begin(100)
    now.leave(100)
    expect([now.through, now.unfinished]).toEqual([null, []])
  })

  it('is the last finished minute; those begun before it are not claimed', () => {
    const { now } = account()
    for (const minute of [100, 101, 102]) now.begin(minute)
    now.finish(102, 0, 1)
    now.finish(100, 0, 1)
    expect([now.through, now.unfinished]).toEqual([102, [101]])
    now.finish(101, 0, 1)
    expect(now.unfinished).toEqual([])
  })

  it('counts a minute when all its messages are finished, however often each comes', () => {
    const { now } = account()
    now.begin(100)
    now.finish(100, 0, 2)
    now.finish(100, 0, 2)
    expect(now.through).toBeNull()
    now.finish(100, 1, 2)
    expect(now.through).toBe(100)
  })

  it('is written once for many minutes, and what is left undone at once', () => {
    const it = account()
    for (let minute = 1000; minute < 1100; minute += 1) {
      it.now.begin(minute)
      it.now.finish(minute, 0, 1)
    }
    expect(it.writes()).toBe(7)
    it.now.begin(1100)
    it.now.leave(1100)
    it.now.leave(1100)
    expect(it.writes()).toBe(8)
  })

  it('never claims a minute of which something was left, whatever is forgotten in between', () => {
    const step = fc.record({
      finishes: fc.boolean(),
      forgets: fc.constantFrom(false, false, true),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const it = account()
        const left = new Set<number>()
        steps.forEach(({ finishes, forgets }, index) => {
          const minute = 5000 + index
          it.now.begin(minute)
          if (finishes) it.now.finish(minute, 0, 1)
          else {
            it.now.leave(minute)
            left.add(minute)
          }
          if (forgets) it.forget()
          const { through, unfinished } = it.now
          const claimed = [...left].filter(
            (undone) => through !== null && undone <= through && !unfinished.includes(undone),
          )
          expect(claimed).toEqual([])
        })
      }),
    )
  })
})
