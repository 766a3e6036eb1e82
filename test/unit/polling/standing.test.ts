import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../worker/polling/access.ts'
import type { Standing } from '../../../worker/polling/standing.ts'
import {
  afterAnswer,
  afterFailure,
  newStanding,
  troubleOf,
  waitOf,
} from '../../../worker/polling/standing.ts'

const UNIT = 60_000
const NOW = 1_000_000_000

const words = { message: 'Not today', carrier_code: '42' }
const failed = (standing: Standing, failure: Failure, retryAfter: number | null = null) =>
  afterFailure(standing, { failure, retryAfter, words }, NOW, UNIT)
const times = (many: number, failure: Failure, from: Standing = newStanding('v1')) =>
  Array.from({ length: many }).reduce<Standing>((standing) => failed(standing, failure), from)

describe('an account', () => {
  it('begins unchecked, and is accepted with the first answer', () => {
    const begun = newStanding('v1')
    expect(begun.credentials).toBe('unchecked')
    const answered = afterAnswer(begun)
    expect(answered.credentials).toBe('accepted')
    expect(afterAnswer(answered)).toBe(answered)
  })

  it('remembers what the carrier said last, also when it answers again', () => {
    const standing = failed(newStanding('v1'), 'down')
    const lastError = { at: NOW, code: 'down', message: 'Not today', carrier_code: '42' }
    expect(standing.lastError).toEqual(lastError)
    expect(afterAnswer(standing)).toMatchObject({ lastError, breaker: { downSince: null } })
  })

  it('keeps a carrier’s words short', () => {
    const long = { message: 'x'.repeat(1000), carrier_code: null }
    const standing = afterFailure(
      newStanding(null),
      { failure: 'bad_answer', retryAfter: null, words: long },
      NOW,
      UNIT,
    )
    expect(standing.lastError?.message).toHaveLength(300)
  })

  it('that is asked for quiet keeps it, as long as the longest wish, and is not in trouble', () => {
    const quiet = failed(failed(newStanding('v1'), 'throttled', 90), 'throttled', 30)
    expect(waitOf(quiet, NOW)).toBe(90_000)
    expect(waitOf(failed(newStanding('v1'), 'throttled'), NOW)).toBe(UNIT)
    expect(troubleOf(quiet)).toBeNull()
    expect(quiet.breaker.failures).toBe(0)
  })

  it('is in trouble while its carrier does not answer', () => {
    expect(troubleOf(times(4, 'down'))).toBeNull()
    expect(troubleOf(times(5, 'down'))).toEqual({ kind: 'down', since: NOW })
    expect(troubleOf(afterAnswer(times(5, 'down')))).toBeNull()
  })

  it('has its credentials refused until an answer or other credentials', () => {
    const refused = times(3, 'unauthorized')
    expect(refused.credentials).toBe('refused')
    expect(troubleOf(refused)).toEqual({ kind: 'credentials_refused', since: NOW })
    expect(waitOf(refused, NOW)).toBe(60 * UNIT)
    const probing = { ...refused, breaker: { ...refused.breaker, probing: true } }
    expect(failed(probing, 'down').credentials).toBe('refused')
    expect(afterAnswer(probing).credentials).toBe('accepted')
    expect(newStanding('v2', 'accepted')).toMatchObject({ credentials: 'accepted', of: 'v2' })
  })
})
