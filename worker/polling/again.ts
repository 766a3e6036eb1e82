/** When what a message left undone goes back to the belt. Pure but for its chance. */
import { HOUR, MINUTE, SECOND } from '../lib/clock.ts'

/** For what is away on our side: a moment, some minutes, half an hour; then the parcels' next turn comes */
const AWAY = [MINUTE, 5 * MINUTE, 25 * MINUTE] as const
/** How often a message goes back at most */
const MAX_TRIES = AWAY.length

export interface Left {
  /** Milliseconds for which the account has nothing to give; null: its parcels come round by themselves */
  readonly retryIn: number | null
  /** Objects of orders did not take their news */
  readonly isAway: boolean
}

/**
 * Seconds after which to try again, for the `tries`th time; null: not again. Up to a quarter more than
 * the wait, so that what waited for one thing does not come back all at once. What would wait for an
 * hour comes round by itself as soon.
 */
export function againAfter({ retryIn, isAway }: Left, tries: number): number | null {
  const away = isAway ? AWAY[tries - 1] : undefined
  const wait = away ?? retryIn
  if (wait === null || wait >= HOUR || tries > MAX_TRIES) return null
  return Math.ceil((wait * (1 + Math.random() / 4)) / SECOND)
}
