/**
 * The Durable Object of one carrier account: its budget, breaker and token, who asked for an early
 * poll, and how far it has been polled. A poll holds one lease on it, in one RPC session, for as
 * long as its message takes. It forgets what it does not keep within seconds, and keeps what changes
 * seldom.
 */
import { DurableObject, RpcTarget } from 'cloudflare:workers'
import type { CredentialsState } from '../../schema/account-health.ts'
import type { Scan } from '../../schema/report.ts'
import type { Carrier } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { carriers, findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import { isSame } from '../lib/same.ts'
import type { PollParcel } from '../queue/messages.ts'
import { writeTrouble } from '../store/accounts.ts'
import type {
  AccountAccess,
  AccountHealth,
  AccountReference,
  AccountStatus,
  Failure,
  Opened,
  Words,
} from './access.ts'
import { failureOf, SANDBOX_ACCOUNT } from './access.ts'
import { lettingOut, stateOf } from './breaker.ts'
import type { Reserved } from './budget.ts'
import { Budget } from './budget.ts'
import { Connections } from './connections.ts'
import { AccountGone, Credentials } from './credentials.ts'
import type { EarlyTenant } from './early.ts'
import type { KeptProgress } from './progress.ts'
import { Progress } from './progress.ts'
import type { Failed, Standing, TroubleSince } from './standing.ts'
import { afterAnswer, afterFailure, newStanding, troubleOf, waitOf } from './standing.ts'
import type { UnmappedTable } from './unmapped.ts'
import { noted } from './unmapped.ts'
import { Watchers } from './watchers.ts'

export class AccountObject extends DurableObject<Env> {
  readonly #kv = this.ctx.storage.kv
  readonly #connections = new Connections()
  readonly #credentials = new Credentials(this.env, this.#kv)
  readonly #progress = new Progress(this.#kv.get<KeptProgress>('polled') ?? null, (kept) =>
    this.#kv.put('polled', kept),
  )
  #standing = this.#kv.get<Standing>('standing') ?? newStanding(null)
  #budget: Budget | undefined
  #leases = 0
  readonly #watchers = new Watchers(this.env, this.ctx.storage)

  /** A lease for one message's work. Everything a poll asks afterwards goes through it. */
  open(reference: AccountReference, minute: number | null): Lease {
    if (minute !== null) this.#progress.begin(minute)
    this.#leases += 1
    return new Lease(this, reference, minute)
  }

  status(): AccountStatus {
    return {
      polled_through: this.#progress.through,
      unfinished: this.#progress.unfinished,
      down_since: this.#standing.breaker.downSince,
    }
  }

  /** How the account stands with its carrier, for its merchant. */
  health(carrier: AccountReference['carrier']): AccountHealth {
    const at = now()
    const { breaker, credentials, lastError } = this.#standing
    return {
      state: stateOf(breaker, at),
      failing_since: breaker.downSince,
      credentials,
      last_error: lastError,
      requests_left_today: this.#budgetOf(carriers[carrier]).left(at),
      token_expires_at: this.#credentials.tokenExpiresAt,
    }
  }

  /** Codes of one parcel's answer that no table knows. */
  sawUnmapped(number: string, scans: readonly Scan[]): void {
    this.#kv.put('unmapped', noted(this.unmapped(), number, scans, now()))
  }

  unmapped(): UnmappedTable {
    return this.#kv.get<UnmappedTable>('unmapped') ?? {}
  }

  /** The account has other credentials now: nothing learned with those before holds. */
  renewed(reference: AccountReference, version: string, credentials: CredentialsState): void {
    this.#credentials.forget()
    this.#settle(reference, newStanding(version, credentials))
  }

  /** The account is no more. */
  async closed(): Promise<void> {
    this.#credentials.forget()
    await this.ctx.storage.deleteAll()
  }

  /**
   * Asks for a parcel to be looked at soon: a shopper is watching. Answers whether it will be: not
   * while the carrier is down, nor out of what the wheel needs of a short day. Losing this is harmless.
   * `of`: whose account this is, which may be an aggregator's.
   */
  async nudge(of: string, tenant: EarlyTenant, parcel: PollParcel): Promise<boolean> {
    const at = now()
    const carrier = findCarrier(of)
    if (!carrier || waitOf(this.#standing, at) > 0 || !this.#budgetOf(carrier).isAhead(at))
      return false
    return this.#watchers.ask(tenant, parcel)
  }

  /** The end of a window of early looks, or news of the account's for the record. */
  override async alarm(): Promise<void> {
    await this.#watchers.flush()
    await this.#tellRecord()
  }

  /** For leases: 0 grants one request; else the milliseconds to wait. */
  async take(reference: AccountReference, isWheel: boolean): Promise<number> {
    const carrier = carriers[reference.carrier]
    if (!(await this.#connections.take(carrier.limits.connections))) return this.#unit
    const wait = this.#turn(carrier, isWheel)
    if (wait > 0) this.#connections.release()
    return wait
  }

  #turn(carrier: Carrier, isWheel: boolean): number {
    const at = now()
    const wait = waitOf(this.#standing, at) || this.#budgetOf(carrier).take(at, isWheel)
    if (wait === 0) {
      const breaker = lettingOut(this.#standing.breaker, at, this.#unit)
      this.#standing = { ...this.#standing, breaker }
    }
    return wait
  }

  /** For leases: a request that was granted is over. */
  over(): void {
    this.#connections.release()
  }

  /** For leases: how a request came out; null: it was answered. */
  answered(reference: AccountReference, failed: Failed | null): void {
    const { version } = this.#credentials
    const isOther = version !== null && version !== this.#standing.of
    const known = isOther ? newStanding(version) : this.#standing
    const next = failed ? afterFailure(known, failed, now(), this.#unit) : afterAnswer(known)
    this.#settle(reference, next)
  }

  /** For leases: a message of a wheel minute is finished, every parcel of it looked at. */
  finished(minute: number, part: number, parts: number): void {
    this.#progress.finish(minute, part, parts)
  }

  /** For leases: a message ended, of a minute of which it left something undone, or of none. */
  ended(undone: number | null): void {
    if (undone !== null) this.#progress.leave(undone)
    this.#leases -= 1
    if (this.#leases === 0) this.#budget?.settle()
  }

  /** For leases: at one of how many turns a parcel has its look. */
  every(reference: AccountReference): number {
    return this.#budgetOf(carriers[reference.carrier]).every(now())
  }

  /** For leases: credentials and, where the carrier wants one, a token. Throws CarrierError. */
  access(reference: AccountReference): Promise<AccountAccess> {
    return this.#credentials.access(reference)
  }

  /** For leases: another token than the one the carrier refused. Throws CarrierError. */
  renew(reference: AccountReference, refused: string | null): Promise<AccountAccess> {
    return this.#credentials.renew(reference, refused)
  }

  /** Kept where it changed, and told the record where it concerns others. */
  #settle(reference: AccountReference, next: Standing): void {
    const before = this.#standing
    this.#standing = next
    if (isSame(before, next)) return
    this.#kv.put('standing', next)
    if (reference.account === SANDBOX_ACCOUNT || isSame(troubleOf(before), troubleOf(next))) return
    this.#kv.put<Told>('told', { reference, trouble: troubleOf(next) })
    void this.ctx.storage.setAlarm(now())
  }

  /** Again a unit later where the record is away. */
  async #tellRecord(): Promise<void> {
    const told = this.#kv.get<Told>('told')
    if (!told) return
    try {
      await writeTrouble(this.env.DB, told.reference, told.trouble)
      if (isSame(told, this.#kv.get<Told>('told'))) this.#kv.delete('told')
    } catch (error) {
      log('warn', 'trouble_untold', { ...told.reference, error: describeError(error) })
      await this.ctx.storage.setAlarm(now() + this.#unit)
    }
  }

  #budgetOf({ limits }: Carrier): Budget {
    this.#budget ??= new Budget(limits, this.#kv.get<Reserved>('day'), now(), (reserved) =>
      this.#kv.put('day', reserved),
    )
    return this.#budget
  }

  get #unit(): number {
    return config(this.env).wheelUnit
  }
}

/** What the record is to be told. */
interface Told {
  readonly reference: AccountReference
  readonly trouble: TroubleSince | null
}

/** One message's hold on its account. */
export class Lease extends RpcTarget {
  readonly #account: AccountObject
  readonly #reference: AccountReference
  readonly #minute: number | null
  /** Requests granted and not over */
  #open = 0
  #isFinished = false

  constructor(account: AccountObject, reference: AccountReference, minute: number | null) {
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
