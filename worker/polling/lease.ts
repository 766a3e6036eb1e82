/** What a poll holds of its carrier account while its message is worked on, in one RPC session. */
import { RpcTarget } from 'cloudflare:workers'
import { CarrierError } from '../carriers/contract.ts'
import type { AccountAccess, AccountReference, Failure, Opened, Words } from './access.ts'
import { failureOf } from './access.ts'
import { AccountGone } from './credentials.ts'
import type { Failed } from './standing.ts'

/** What a lease asks of the account it is on, and tells it. */
export interface LeasedAccount {
  /** 0 grants one request; else the milliseconds to wait */
  take(reference: AccountReference, isWheel: boolean): Promise<number>
  /** A request that was granted is over */
  over(): void
  /** How a request came out; null: it was answered */
  answered(reference: AccountReference, failed: Failed | null): void
  /** A message of a wheel minute is finished, every parcel of it looked at */
  finished(minute: number, part: number, parts: number): void
  /** A message ended, of a minute of which it left something undone, or of none */
  ended(undone: number | null): void
  /** At one of how many turns a parcel has its look */
  every(reference: AccountReference): number
  /** Credentials and, where the carrier wants one, a token. Throws CarrierError. */
  access(reference: AccountReference): Promise<AccountAccess>
  /** Another token than the one the carrier refused. Throws CarrierError. */
  renew(reference: AccountReference, refused: string | null): Promise<AccountAccess>
}

/** One message's hold on its account. */
export class Lease extends RpcTarget {
  readonly #account: LeasedAccount
  readonly #reference: AccountReference
  readonly #minute: number | null
  /** Requests granted and not over */
  #open = 0
  #isFinished = false

  constructor(account: LeasedAccount, reference: AccountReference, minute: number | null) {
    super()
    this.#account = account
    this.#reference = reference
    this.#minute = minute
  }

  async take(): Promise<number> {
    const wait = await this.#account.take(this.#reference, this.#minute !== null)
    if (wait === 0) this.#open += 1
    return wait
  }

  every(): number {
    return this.#account.every(this.#reference)
  }

  access(): Promise<Opened> {
    return this.#opened(this.#account.access(this.#reference))
  }

  /** The request whose token was refused is over. */
  renew(refused: string | null): Promise<Opened> {
    this.#over()
    return this.#opened(this.#account.renew(this.#reference, refused))
  }

  async #opened(access: Promise<AccountAccess>): Promise<Opened> {
    try {
      return { access: await access }
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error
      const failure = failureOf(error)
      const { message, retryAfter, problem } = error
      if (!(error instanceof AccountGone)) {
        this.#account.answered(this.#reference, { failure, retryAfter, words: problem })
      }
      return { failure, message, retryAfter }
    }
  }

  /** A granted request is over, and its coming out says nothing of how the carrier answers about parcels. */
  over(): void {
    this.#over()
  }

  answered(failure: Failure | null, retryAfter: number | null, words: Words | null = null): void {
    this.#over()
    this.#account.answered(this.#reference, failure && { failure, retryAfter, words })
  }

  finished(minute: number, part: number, parts: number): void {
    this.#isFinished = true
    this.#account.finished(minute, part, parts)
  }

  #over(): void {
    if (this.#open === 0) return
    this.#open -= 1
    this.#account.over()
  }

  /** The message ended, however it did. */
  [Symbol.dispose](): void {
    while (this.#open > 0) this.#over()
    this.#account.ended(this.#isFinished ? null : this.#minute)
  }
}
