/** Leaves a carrier alone that does not answer: opens after failures in a row, lets one probe through, closes on success. Pure. */

export interface Breaker {
  readonly failures: number
  /** Epoch milliseconds; 0: closed */
  readonly openUntil: number
  /** When the first of the failures in a row was, epoch milliseconds; null: it answers */
  readonly downSince: number | null
  readonly probing: boolean
}

export const CLOSED: Breaker = { failures: 0, openUntil: 0, downSince: null, probing: false }

const OPENS_AT = 5
const MAX_UNITS = 15

/** Milliseconds until a request may go out; 0: now. */
export function waitFor(breaker: Breaker, now: number): number {
  if (breaker.openUntil === 0) return 0
  if (now < breaker.openUntil) return breaker.openUntil - now
  return breaker.probing ? 1 : 0
}

/** The breaker after a request was let out. */
export const lettingOut = (breaker: Breaker): Breaker =>
  breaker.openUntil === 0 ? breaker : { ...breaker, probing: true }

/** The breaker after a failure; each opening lasts twice as long, up to fifteen wheel units. */
export function afterFailure(breaker: Breaker, now: number, unit: number): Breaker {
  const failures = breaker.failures + 1
  const downSince = breaker.downSince ?? now
  if (failures < OPENS_AT) return { failures, openUntil: 0, downSince, probing: false }
  const units = Math.min(MAX_UNITS, 2 ** (failures - OPENS_AT))
  return { failures, openUntil: now + units * unit, downSince, probing: false }
}
