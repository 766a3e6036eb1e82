/** Leaves a carrier alone that does not answer: opens after failures in a row, lets one probe through, closes on success. Pure. */

export interface Breaker {
  readonly failures: number
  /** Epoch milliseconds; 0: closed */
  readonly openUntil: number
  /** When the first of the failures in a row was, epoch milliseconds; null: it answers */
  readonly downSince: number | null
  /** The request let out since it opened is not answered yet */
  readonly probing: boolean
}

export const CLOSED: Breaker = { failures: 0, openUntil: 0, downSince: null, probing: false }

const OPENS_AT = 5
const MAX_UNITS = 15

/** Milliseconds until a request may go out; 0: now. */
export const waitFor = (breaker: Breaker, now: number): number =>
  Math.max(0, breaker.openUntil - now)

/** The breaker after a request was let out. A probe that nobody answers for is followed by another one. */
export const lettingOut = (breaker: Breaker, now: number, unit: number): Breaker =>
  breaker.openUntil === 0 ? breaker : { ...breaker, openUntil: now + unit, probing: true }

/**
 * The breaker after a failure; each opening lasts twice as long, up to fifteen wheel units. What was
 * under way when it opened fails too and says nothing new.
 */
export function afterFailure(breaker: Breaker, now: number, unit: number): Breaker {
  if (breaker.openUntil > 0 && !breaker.probing) return breaker
  const failures = breaker.failures + 1
  const downSince = breaker.downSince ?? now
  if (failures < OPENS_AT) return { failures, openUntil: 0, downSince, probing: false }
  const units = Math.min(MAX_UNITS, 2 ** (failures - OPENS_AT))
  return { failures, openUntil: now + units * unit, downSince, probing: false }
}
