/**
 * The Durable Object of one carrier account: its budget, breaker and token, who asked for an early
 * poll, and how far it has been polled. A poll holds one lease on it, in one RPC session, for as
 * long as its message takes.
 */
import { DurableObject, RpcTarget } from 'cloudflare:workers'
import type { CarrierId } from '../../schema/vocabulary.ts'
import type { Carrier, Token } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { carriers } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { MINUTE, now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import type { PollMessage, PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import { openCredentials, readAccount } from '../store/accounts.ts'
import type { AccountAccess, AccountStatus, Failure, Opened } from './access.ts'
import { failureOf, SANDBOX_ACCOUNT } from './access.ts'
import type { Breaker } from './breaker.ts'
import { afterFailure, CLOSED, lettingOut, waitFor } from './breaker.ts'
import type { Reserved } from './budget.ts'
import { Budget } from './budget.ts'
import type { Remembered } from './early.ts'
import { EarlyLooks } from './early.ts'

export interface AccountReference {
  readonly merchant: string
  readonly account: string
  readonly carrier: CarrierId
}

/** How far `polled_through` may be ahead of what is kept, in wheel units: one row written for many polls */
const KEEP_EVERY = 15
const CREDENTIALS_FRESH = MINUTE
/** A token is not used in the last seconds of its life */
const TOKEN_MARGIN = 30_000
/** Unfinished minutes remembered: the longest cadence, beyond which each parcel had another turn */
const MAX_MINUTES = 480

export class AccountObject extends DurableObject<Env> {
  #breaker: Breaker = CLOSED
  #budget: Budget | undefined
  #pausedUntil = 0
  #token: Token | null = null
  #refreshing: Promise<Token | null> | null = null
  #credentials: { readonly value: unknown; readonly of: string; readonly at: number } | null = null
  /** Minutes begun and not finished, with the parts that are */
  readonly #minutes = new Map<number, Set<number>>()
  #early: EarlyLooks | undefined
  /** Whose messages early looks are; null: nobody asked since the object woke */
  #earlyFor: EarlyTenant | null = null
  #kept = this.ctx.storage.kv.get<Kept>('polled') ?? null
  #polledThrough = this.#kept?.through ?? null

  /** A lease for one message's work. Everything a poll asks afterwards goes through it. */
  open(reference: AccountReference, minute: number | null): Lease {
    if (minute !== null && !this.#minutes.has(minute)) this.#minutes.set(minute, new Set())
    trim(this.#minutes, MAX_MINUTES)
    return new Lease(this, reference)
  }

  status(): AccountStatus {
    return {
      polled_through: this.#polledThrough,
      unfinished: this.#unfinished(),
      down_since: this.#breaker.downSince,
    }
  }

  /**
   * Asks for a parcel to be looked at soon: a shopper is watching. Answers whether it will be.
   * Losing this is harmless.
   */
  async nudge(tenant: EarlyTenant, parcel: PollParcel): Promise<boolean> {
    const at = now()
    if (waitFor(this.#breaker, at) > 0 || !this.#earlyLooks.add(parcel, at)) return false
    const isAlone = this.#earlyFor === null
    this.#earlyFor = tenant
    const wait = this.#earlyLooks.waitFor(at)
    if (wait === 0) await this.#sendEarly(tenant)
    else if (isAlone) await this.ctx.storage.setAlarm(at + wait)
    return true
  }

  /** The end of a window of early looks. */
  override async alarm(): Promise<void> {
    if (!this.#earlyFor) return
    await this.#sendEarly(this.#earlyFor).catch((error: unknown) =>
      log('warn', 'early_looks_lost', { error: describeError(error) }),
    )
  }

  async #sendEarly(tenant: EarlyTenant): Promise<void> {
    const at = now()
    this.#earlyFor = null
    const messages = this.#earlyLooks.take(at)
    this.ctx.storage.kv.put('early', this.#earlyLooks.remembered(at))
    const early = { v: 1, kind: 'poll', minute: null, parts: 1, part: 0 } as const
    await send(
      this.env.POLLS,
      messages.map((parcels) => ({ ...early, ...tenant, parcels })),
    )
  }

  get #earlyLooks(): EarlyLooks {
    this.#early ??= new EarlyLooks(this.#unit, this.ctx.storage.kv.get<Remembered>('early'))
    return this.#early
  }

  /** For leases: 0 grants one request; else the milliseconds to wait. */
  take(reference: AccountReference): number {
    const at = now()
    const wait = Math.max(waitFor(this.#breaker, at), this.#pausedUntil - at)
    if (wait > 0) return wait
    const budgeted = this.#budgetOf(reference).take(at)
    if (budgeted === 0) this.#breaker = lettingOut(this.#breaker, at, this.#unit)
    return budgeted
  }

  /** For leases: how a request came out. */
  answered(failure: Failure | null, retryAfter: number | null): void {
    if (failure === null) this.#breaker = CLOSED
    else if (failure === 'throttled') this.#pause(retryAfter)
    else this.#breaker = afterFailure(this.#breaker, now(), this.#unit)
  }

  /** For leases: a message of a wheel minute is finished, every parcel of it looked at. */
  finished(minute: number, part: number, parts: number): void {
    const done = this.#minutes.get(minute) ?? new Set<number>()
    this.#minutes.set(minute, done.add(part))
    if (done.size < parts) return
    this.#minutes.delete(minute)
    this.#polledThrough = Math.max(minute, this.#polledThrough ?? 0)
    if (this.#polledThrough - (this.#kept?.through ?? 0) < KEEP_EVERY) return
    this.#kept = { through: this.#polledThrough, unfinished: this.#unfinished() }
    this.ctx.storage.kv.put('polled', this.#kept)
  }

  #unfinished(): number[] {
    const through = this.#polledThrough ?? 0
    const known = [...(this.#kept?.unfinished ?? []), ...this.#minutes.keys()]
    return [...new Set(known)].filter(
      (minute) => minute <= through && minute > through - MAX_MINUTES,
    )
  }

  /** For leases: credentials and, where the carrier wants one, a token. Throws CarrierError. */
  async access(reference: AccountReference): Promise<AccountAccess> {
    const credentials = await this.#open(reference)
    const token = this.#token && this.#token.expiresAt - TOKEN_MARGIN > now() ? this.#token : null
    return { credentials, token: token ?? (await this.#refresh(reference, credentials)) }
  }

  /** For leases: another token than the one the carrier refused; one exchange for all who ask. */
  async renew(reference: AccountReference, refused: string | null): Promise<AccountAccess> {
    if (this.#token?.value === refused) this.#token = null
    return this.access(reference)
  }

  async #refresh(reference: AccountReference, credentials: unknown): Promise<Token | null> {
    const { authenticate } = carrierOf(reference)
    if (!authenticate) return null
    const origin = config(this.env).carrierOrigins[reference.carrier] ?? null
    this.#refreshing ??= authenticate({ credentials, token: null, origin, now: now() }).finally(
      () => {
        this.#refreshing = null
      },
    )
    this.#token = await this.#refreshing
    return this.#token
  }

  async #open(reference: AccountReference): Promise<unknown> {
    if (reference.account === SANDBOX_ACCOUNT) return {}
    const known = this.#credentials
    if (known && now() - known.at < CREDENTIALS_FRESH) return known.value
    const account = await readAccount(this.env.DB, reference.merchant, reference.account)
    if (!account) throw new CarrierError('unauthorized', 'the carrier account is gone')
    if (known?.of !== account.updatedAt) this.#startAnew()
    const value = await openCredentials(config(this.env).credentialKeys, account)
    this.#credentials = { value, of: account.updatedAt, at: now() }
    return value
  }

  /** Nothing learned with other credentials holds. */
  #startAnew(): void {
    this.#token = null
    this.#breaker = CLOSED
    this.#pausedUntil = 0
  }

  #pause(retryAfter: number | null): void {
    const pause = retryAfter === null ? this.#unit : retryAfter * 1000
    this.#pausedUntil = Math.max(this.#pausedUntil, now() + pause)
  }

  #budgetOf(reference: AccountReference): Budget {
    this.#budget ??= new Budget(
      carrierOf(reference).limits,
      this.ctx.storage.kv.get<Reserved>('day'),
      now(),
      (reserved) => this.ctx.storage.kv.put('day', reserved),
    )
    return this.#budget
  }

  get #unit(): number {
    return config(this.env).wheelUnit
  }
}

/** Whose parcels early looks are about. */
export type EarlyTenant = Pick<PollMessage, 'merchant' | 'shard' | 'carrier' | 'account'>

/** How far the account was polled, as kept. */
interface Kept {
  readonly through: number
  readonly unfinished: readonly number[]
}

/** Drops the oldest entries beyond a size. */
function trim(map: Map<unknown, unknown>, size: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= size) return
    map.delete(oldest)
  }
}

/** One message's hold on its account. */
export class Lease extends RpcTarget {
  readonly #account: AccountObject
  readonly #reference: AccountReference

  constructor(account: AccountObject, reference: AccountReference) {
    super()
    this.#account = account
    this.#reference = reference
  }

  take(): number {
    return this.#account.take(this.#reference)
  }

  access(): Promise<Opened> {
    return this.#opened(this.#account.access(this.#reference))
  }

  renew(refused: string | null): Promise<Opened> {
    return this.#opened(this.#account.renew(this.#reference, refused))
  }

  async #opened(access: Promise<AccountAccess>): Promise<Opened> {
    try {
      return { access: await access }
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error
      const failure = failureOf(error)
      const { message, retryAfter } = error
      this.#account.answered(failure, retryAfter)
      return { failure, message, retryAfter }
    }
  }

  answered(failure: Failure | null, retryAfter: number | null): void {
    this.#account.answered(failure, retryAfter)
  }

  finished(minute: number, part: number, parts: number): void {
    this.#account.finished(minute, part, parts)
  }
}

const carrierOf = (reference: AccountReference): Carrier => carriers[reference.carrier]
