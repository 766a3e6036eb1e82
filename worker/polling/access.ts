/** What a poll and its account's object say to one another. */
import type { CarrierError, CarrierErrorCode, Token } from '../carriers/contract.ts'

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

/** An early poll of the same parcel comes at most this often, in wheel units. */
export const NUDGE_EVERY = 15
