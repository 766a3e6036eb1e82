import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Breaker } from '../../../worker/polling/breaker.ts'
import {
  afterFailure,
  CLOSED,
  isRefused,
  lettingOut,
  stateOf,
  waitFor,
} from '../../../worker/polling/breaker.ts'

const UNIT = 1000
const fail = (breaker: Breaker, now: number): Breaker => afterFailure(breaker, now, UNIT)

const failing = (times: number, now = 0): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => fail(breaker, now), CLOSED)

/** One probe let out when it may be, which fails at once. */
function failedProbe(breaker: Breaker): Breaker {
  const now = breaker.openUntil
  return fail(lettingOut(breaker, now, UNIT), now)
}

describe('a breaker', () => {
  it('lets everything out while the carrier answers', () => {
    expect(waitFor(CLOSED, 0)).toBe(0)
    expect(lettingOut(CLOSED, 0, UNIT)).toBe(CLOSED)
  })

  it('opens after five failures in a row, not before', () => {
    expect(waitFor(failing(4), 0)).toBe(0)
    expect(waitFor(failing(5), 0)).toBe(UNIT)
  })

  it('knows since when the carrier does not answer', () => {
    expect(CLOSED.downSince).toBeNull()
    expect(fail(fail(CLOSED, 100), 900).downSince).toBe(100)
  })

  it('lets one probe through when its time is over, and one alone', () => {
    const open = failing(5)
    expect(waitFor(open, UNIT - 1)).toBe(1)
    expect(waitFor(open, UNIT)).toBe(0)
    const probing = lettingOut(open, UNIT, UNIT)
    expect(waitFor(probing, UNIT)).toBe(UNIT)
  })

  it('lets another probe through where nobody answers for the first', () => {
    const probing = lettingOut(failing(5), UNIT, UNIT)
    expect(waitFor(probing, 2 * UNIT)).toBe(0)
  })

  it('stays open twice as long after each failed probe, up to fifteen units', () => {
    const waits: number[] = []
    for (let breaker = failing(5); waits.length < 7; breaker = failedProbe(breaker)) {
      waits.push(breaker.openUntil)
    }
    const lengths = waits.map((until, index) => (until - (waits[index - 1] ?? 0)) / UNIT)
    expect(lengths).toEqual([1, 2, 4, 8, 15, 15, 15])
  })

  it('does not count what was under way when it opened', () => {
    const open = failing(5)
    expect(fail(open, 500)).toBe(open)
  })

  it('never asks for a wait longer than fifteen units, whatever happens', () => {
    const step = fc.record({ fails: fc.boolean(), after: fc.integer({ min: 0, max: 20 * UNIT }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0
        let breaker = CLOSED
        for (const { fails, after } of steps) {
          now += after
          if (waitFor(breaker, now) === 0) breaker = lettingOut(breaker, now, UNIT)
          if (fails) breaker = fail(breaker, now)
          expect(waitFor(breaker, now)).toBeLessThanOrEqual(15 * UNIT)
        }
      }),
    )
  })

  it('says whether it is open, or trying', () => {
    const open = failing(5)
    expect(stateOf(failing(4), 0)).toBe('closed')
    expect(stateOf(open, UNIT - 1)).toBe('open')
    expect(stateOf(open, UNIT)).toBe('half_open')
    expect(stateOf(lettingOut(open, UNIT, UNIT), UNIT)).toBe('half_open')
    expect(stateOf(failedProbe(open), UNIT)).toBe('open')
  })
})

describe('refused credentials', () => {
  const refuse = (breaker: Breaker, now: number) => afterFailure(breaker, now, UNIT, true)

  it('are not concluded from a refusal or two, nor from three that are not in a row', () => {
    const two = refuse(refuse(CLOSED, 0), 0)
    expect([isRefused(two), waitFor(two, 0)]).toEqual([false, 0])
    expect(isRefused(refuse(fail(two, 0), 0))).toBe(false)
  })

  it('are tried once an hour, until they are taken', () => {
    let breaker = refuse(refuse(refuse(CLOSED, 0), 0), 0)
    for (let probe = 1; probe < 4; probe += 1) {
      expect([isRefused(breaker), waitFor(breaker, breaker.openUntil - 60 * UNIT)]).toEqual([
        true,
        60 * UNIT,
      ])
      breaker = refuse(lettingOut(breaker, breaker.openUntil, UNIT), breaker.openUntil)
    }
  })
})
