/** Leaves a carrier alone that does not answer: opens after failures in a row, lets one probe through, closes on success. Pure. */

import type { BreakerState } from '../../schema/account-health.ts'

export interface Breaker {
  readonly failures: number
  /** How many of them, the last ones in a row, refused the credentials */
  readonly refusals: number
  /** Epoch milliseconds; 0: closed */
  readonly openUntil: number
  /** When the first of the failures in a row was, epoch milliseconds; null: it answers */
  readonly downSince: number | null
  /** The request let out since it opened is not answered yet */
  readonly probing: boolean
}

export const CLOSED: Breaker = {
  failures: 0,
  refusals: 0,
  openUntil: 0,
  downSince: null,
  probing: false,
}

const OPENS_AT = 5
const MAX_UNITS = 15
/** Sooner, for carriers lock accounts out that knock too often; not at once, for one refusal may be a number's */
const REFUSED_AT = 3
const REFUSED_UNITS = 60

/** Half open: one probe may go out, or is under way. */
export function stateOf(breaker: Breaker, now: number): BreakerState {
  if (breaker.openUntil === 0) return 'closed'
  return breaker.probing || now >= breaker.openUntil ? 'half_open' : 'open'
}

/** Whether the credentials count as refused, not a request or two. */
export const isRefused = (breaker: Breaker): boolean => breaker.refusals >= REFUSED_AT

/** Milliseconds until a request may go out; 0: now. */
export const waitFor = (breaker: Breaker, now: number): number =>
  Math.max(0, breaker.openUntil - now)

/** The breaker after a request was let out. A probe that nobody answers for is followed by another one. */
export const lettingOut = (breaker: Breaker, now: number, unit: number): Breaker =>
  breaker.openUntil === 0 ? breaker : { ...breaker, openUntil: now + unit, probing: true }

/**
 * The breaker after a failure; each opening lasts twice as long, up to fifteen wheel units, and sixty
 * where the credentials are refused: that does not pass by itself. What was under way when it opened
 * fails too and says nothing new.
 */
export function afterFailure(
  breaker: Breaker,
  now: number,
  unit: number,
  isRefusal = false,
): Breaker {
  if (breaker.openUntil > 0 && !breaker.probing) return breaker
  const failures = breaker.failures + 1
  const refusals = isRefusal ? breaker.refusals + 1 : 0
  const units = unitsOpen(failures, refusals)
  return {
    failures,
    refusals,
    openUntil: units === 0 ? 0 : now + units * unit,
    downSince: breaker.downSince ?? now,
    probing: false,
  }
}

function unitsOpen(failures: number, refusals: number): number {
  if (refusals >= REFUSED_AT) return REFUSED_UNITS
  return failures < OPENS_AT ? 0 : Math.min(MAX_UNITS, 2 ** (failures - OPENS_AT))
}
