/**
 * The Durable Object of one carrier account: its budget, breaker and token, who asked for an early
 * poll, and how far it has been polled. A poll holds one lease on it, in one RPC session, for as
 * long as its message takes. It forgets what it does not keep within seconds, and keeps what changes
 * seldom.
 */
import { DurableObject } from 'cloudflare:workers'
import type { CredentialsState } from '../../schema/account-health.ts'
import type { Scan } from '../../schema/report.ts'
import type { Carrier } from '../carriers/contract.ts'
import { carriers, findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import { isSame } from '../lib/same.ts'
import type { PollParcel } from '../queue/messages.ts'
import { writeTrouble } from '../store/accounts.ts'
import type { AccountAccess, AccountHealth, AccountReference, AccountStatus } from './access.ts'
import { SANDBOX_ACCOUNT } from './access.ts'
import { lettingOut, stateOf } from './breaker.ts'
import type { Reserved } from './budget.ts'
import { Budget } from './budget.ts'
import { Connections } from './connections.ts'
import { Credentials } from './credentials.ts'
import type { EarlyTenant } from './early.ts'
import type { LeasedAccount } from './lease.ts'
import { Lease } from './lease.ts'
import type { KeptProgress } from './progress.ts'
import { Progress } from './progress.ts'
import type { Failed, Standing, TroubleSince } from './standing.ts'
import { afterAnswer, afterFailure, newStanding, troubleOf, waitOf } from './standing.ts'
import type { UnmappedTable } from './unmapped.ts'
import { noted } from './unmapped.ts'
import { Watchers } from './watchers.ts'

export class AccountObject extends DurableObject<Env> implements LeasedAccount {
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

  over(): void {
    this.#connections.release()
  }

  answered(reference: AccountReference, failed: Failed | null): void {
    const { version } = this.#credentials
    const isOther = version !== null && version !== this.#standing.of
    const known = isOther ? newStanding(version) : this.#standing
    const next = failed ? afterFailure(known, failed, now(), this.#unit) : afterAnswer(known)
    this.#settle(reference, next)
  }

  finished(minute: number, part: number, parts: number): void {
    this.#progress.finish(minute, part, parts)
  }

  ended(undone: number | null): void {
    if (undone !== null) this.#progress.leave(undone)
    this.#leases -= 1
    if (this.#leases === 0) this.#budget?.settle()
  }

  every(reference: AccountReference): number {
    return this.#budgetOf(carriers[reference.carrier]).every(now())
  }

  access(reference: AccountReference): Promise<AccountAccess> {
    return this.#credentials.access(reference)
  }

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
