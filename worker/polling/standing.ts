/** How an account stands with its carrier: what requests came to, and what follows for the next one. Pure. */
import type { CredentialsState, Trouble } from '../../schema/account-health.ts'
import type { Failure, LastError, Words } from './access.ts'
import type { Breaker } from './breaker.ts'
import * as breaker from './breaker.ts'

/** Characters of a carrier's words that are kept */
const MAX_MESSAGE = 300

export interface Standing {
  readonly breaker: Breaker
  /** The carrier asked for quiet until then, epoch milliseconds */
  readonly pausedUntil: number
  readonly credentials: CredentialsState
  /** The version of the credentials this is about; null: not known yet */
  readonly of: string | null
  readonly lastError: LastError | null
}

/** Nothing learned with other credentials holds. */
export const newStanding = (
  of: string | null,
  credentials: CredentialsState = 'unchecked',
): Standing => ({ breaker: breaker.CLOSED, pausedUntil: 0, credentials, of, lastError: null })

/** Milliseconds until a request may go out; 0: now. */
export const waitOf = (standing: Standing, now: number): number =>
  Math.max(0, breaker.waitFor(standing.breaker, now), standing.pausedUntil - now)

/** The very same where nothing was wrong before. */
export function afterAnswer(standing: Standing): Standing {
  const { failures, openUntil } = standing.breaker
  if (failures === 0 && openUntil === 0 && standing.credentials === 'accepted') return standing
  return { ...standing, breaker: breaker.CLOSED, credentials: 'accepted' }
}

export interface Failed {
  readonly failure: Failure
  /** Seconds, where the carrier said so */
  readonly retryAfter: number | null
  readonly words: Words | null
}

/** `unit`: milliseconds of a wheel unit. */
export function afterFailure(
  standing: Standing,
  { failure, retryAfter, words }: Failed,
  now: number,
  unit: number,
): Standing {
  const message = (words?.message ?? '').slice(0, MAX_MESSAGE)
  const lastError = { at: now, code: failure, message, carrier_code: words?.carrier_code ?? null }
  if (failure === 'throttled') {
    const pause = retryAfter === null ? unit : retryAfter * 1000
    return { ...standing, lastError, pausedUntil: Math.max(standing.pausedUntil, now + pause) }
  }
  const isRefusal = failure === 'unauthorized'
  const next = breaker.afterFailure(standing.breaker, now, unit, isRefusal)
  if (next === standing.breaker) return standing
  const credentials = breaker.isRefused(next) ? 'refused' : standing.credentials
  return { ...standing, lastError, breaker: next, credentials }
}

/** What an operator should know of, and since when, epoch milliseconds; null: nothing. */
export function troubleOf(standing: Standing): TroubleSince | null {
  const { openUntil, downSince } = standing.breaker
  if (openUntil === 0 || downSince === null) return null
  return {
    kind: standing.credentials === 'refused' ? 'credentials_refused' : 'down',
    since: downSince,
  }
}

export interface TroubleSince {
  readonly kind: Trouble
  readonly since: number
}
