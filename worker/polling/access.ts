/** What a poll and its account's object say to one another, and what the object says of itself. */
import type { BreakerState, CredentialsState } from '../../schema/account-health.ts'
import type { CarrierId } from '../../schema/vocabulary.ts'
import type { CarrierError, CarrierErrorCode, Token } from '../carriers/contract.ts'

export interface AccountReference {
  readonly merchant: string
  readonly account: string
  readonly carrier: CarrierId
}

/** What a poll needs to ask the carrier; never leaves the Worker. */
export interface AccountAccess {
  readonly credentials: unknown
  readonly token: Token | null
}

/** Errors lose their class between objects, so a token that was refused comes back as data. */
export type Opened = { readonly access: AccountAccess } | Barred

/** No access, and why; the account knows of it already. */
export interface Barred {
  readonly failure: Failure
  readonly message: string
  /** Seconds to wait, where the carrier said so */
  readonly retryAfter: number | null
}

export type Failure = Extract<
  CarrierErrorCode,
  'unauthorized' | 'throttled' | 'down' | 'bad_answer'
>

/** A carrier's own words on a failure, or ours. */
export interface Words {
  readonly message: string
  readonly carrier_code: string | null
}

/** What a failed request means for the account; what is wrong with one number is not the account's fault. */
export function failureOf(error: CarrierError): Failure {
  const { code } = error.problem
  return code === 'not_found' || code === 'invalid_number' ? 'bad_answer' : code
}

/** The account that needs none: the sandbox asks nobody. */
export const SANDBOX_ACCOUNT = 'sandbox'

/** What a page may want to know of an account. */
export interface AccountStatus {
  /** The last wheel minute whose messages all finished; null: not known */
  readonly polled_through: number | null
  /** Earlier minutes of which something was left undone */
  readonly unfinished: readonly number[]
  /** Since when the carrier has not answered, epoch milliseconds; null: it answers */
  readonly down_since: number | null
}

export interface LastError extends Words {
  /** Epoch milliseconds */
  readonly at: number
  readonly code: Failure
}

/** What a merchant may want to know of an account. Times are epoch milliseconds. */
export interface AccountHealth {
  readonly state: BreakerState
  /** When the first of the failures in a row was; null: the last request was answered */
  readonly failing_since: number | null
  readonly credentials: CredentialsState
  readonly last_error: LastError | null
  /** null: the carrier states no limit by the day */
  readonly requests_left_today: number | null
  /** null: there is none, or the carrier knows no tokens */
  readonly token_expires_at: number | null
}

/** An early poll of the same parcel comes at most this often, in wheel units. */
export const NUDGE_EVERY = 15
