/**
 * Asking a carrier about the parcels of one message, within what its account allows: batches as the
 * carrier takes them, a few connections at once, one new token where the old one is refused.
 */
import type {
  Carrier,
  CarrierErrorCode,
  CarrierProblem,
  Reading,
  Report,
} from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { now, SECOND } from '../lib/clock.ts'
import type { PollParcel } from '../queue/messages.ts'
import type { AccountAccess, Barred, Opened } from './access.ts'
import { failureOf } from './access.ts'
import type { Lease } from './lease.ts'

/** Longer than this and the rest of the message goes back to the queue */
const LONGEST_WAIT = 3 * SECOND

export type Said = { readonly report: Report } | { readonly problem: CarrierProblem }

/** What came of asking about a parcel: `unasked`, no turn was to be had; `unsaid`, the answer left it out. */
export type Outcome = CarrierErrorCode | 'found' | 'unasked' | 'unsaid'

export interface Asked {
  readonly answers: readonly { readonly parcel: PollParcel; readonly said: Said }[]
  /** Parcels the answer forgot, or that could not be asked about */
  readonly left: readonly PollParcel[]
  /** Milliseconds after which to ask about those left; null: they come round by themselves */
  readonly retryIn: number | null
  /** Parcels by what came of asking about them */
  readonly outcomes: ReadonlyMap<Outcome, number>
}

/** The lease as its holder sees it: over RPC every answer is a promise. */
export type HeldLease = {
  readonly [Method in 'take' | 'every' | 'access' | 'renew' | 'answered' | 'over' | 'finished']: (
    ...parameters: Parameters<Lease[Method]>
  ) => Promise<Awaited<ReturnType<Lease[Method]>>>
}

/**
 * The same lease for other requests than for parcels: that they work does not mean that the carrier
 * answers about parcels, nor the other way round. A wish for quiet is one for all requests.
 */
export const aside = (lease: HeldLease): HeldLease => ({
  take: () => lease.take(),
  every: () => lease.every(),
  access: () => lease.access(),
  renew: (refused) => lease.renew(refused),
  answered: (failure, ...more) =>
    failure === 'throttled' ? lease.answered(failure, ...more) : lease.over(),
  over: () => lease.over(),
  finished: (...parameters) => lease.finished(...parameters),
})

/**
 * The same lease for telling an aggregator of parcels before it is asked about them. That may take the
 * probe of a breaker, so its answer has to count; but what it refuses says nothing of the account.
 */
export const beforehand = (lease: HeldLease): HeldLease => ({
  ...aside(lease),
  answered: (failure, ...more) =>
    failure === 'unauthorized' || failure === 'bad_answer'
      ? lease.over()
      : lease.answered(failure, ...more),
})

/** `courier`: who carries the parcels, where an aggregator is asked. */
export async function ask(
  carrier: Carrier,
  origin: string | null,
  parcels: readonly PollParcel[],
  lease: HeldLease,
  courier: string | null = null,
): Promise<Asked> {
  const asking = new Asking(carrier, origin, lease, courier)
  const batches = batchesOf(parcels, carrier.limits.batch)
  await Promise.all(
    Array.from({ length: carrier.limits.connections }, async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) await asking.about(batch)
    }),
  )
  return asking
}

function batchesOf(parcels: readonly PollParcel[], size: number): PollParcel[][] {
  const batches: PollParcel[][] = []
  for (let start = 0; start < parcels.length; start += size) {
    batches.push(parcels.slice(start, start + size))
  }
  return batches.reverse()
}

class Asking implements Asked {
  readonly answers: { parcel: PollParcel; said: Said }[] = []
  readonly left: PollParcel[] = []
  retryIn: number | null = null
  readonly outcomes = new Map<Outcome, number>()
  readonly #carrier: Carrier
  readonly #origin: string | null
  readonly #lease: HeldLease
  readonly #courier: string | null
  #access: Promise<AccountAccess | null> | null = null
  #barred: Barred | null = null

  constructor(carrier: Carrier, origin: string | null, lease: HeldLease, courier: string | null) {
    this.#carrier = carrier
    this.#origin = origin
    this.#lease = lease
    this.#courier = courier
  }

  /** One request, its answer shared out to the parcels. Never throws for what a carrier does. */
  async about(batch: readonly PollParcel[], isRenewed = false): Promise<void> {
    if (this.#barred) return this.#failed(batch, this.#barred)
    const wait = await this.#turn()
    if (wait > 0) return this.#leave(batch, 'unasked', wait)
    // Once for all batches, and not before a turn: a token is asked for at the carrier's too.
    this.#access ??= this.#opened(this.#lease.access())
    const access = await this.#access
    if (!access) return this.about(batch)
    try {
      const reading = await this.#request(batch, access)
      await this.#lease.answered(null, null)
      this.#share(batch, reading)
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error
      const failure = failureOf(error)
      if (failure === 'unauthorized' && this.#carrier.authenticate && !isRenewed) {
        this.#access = this.#opened(this.#lease.renew(access.token?.value ?? null))
        await this.#access
        return this.about(batch, true)
      }
      const { message, carrier_code } = error.problem
      await this.#lease.answered(failure, error.retryAfter, { message, carrier_code })
      this.#failed(batch, { failure, retryAfter: error.retryAfter })
    }
  }

  async #opened(opening: Promise<Opened>): Promise<AccountAccess | null> {
    const opened = await opening
    if ('access' in opened) return opened.access
    this.#barred = opened
    return null
  }

  /** Waits for a short turn; the milliseconds of a long one. */
  async #turn(): Promise<number> {
    for (let waited = 0; ; ) {
      const wait = await this.#lease.take()
      if (wait === 0 || waited + wait > LONGEST_WAIT) return wait
      await new Promise((done) => setTimeout(done, wait))
      waited += wait
    }
  }

  #request(batch: readonly PollParcel[], access: AccountAccess): Promise<Reading> {
    const parcels = batch.map(({ number, since }) => ({ number, since, courier: this.#courier }))
    return this.#carrier.track(parcels, { ...access, origin: this.#origin, now: now() })
  }

  /** What was throttled is asked about again; other failures leave parcels to their next turn. */
  #failed(batch: readonly PollParcel[], why: Pick<Barred, 'failure' | 'retryAfter'>): void {
    const { failure, retryAfter } = why
    this.#leave(batch, failure, failure === 'throttled' ? (retryAfter ?? 60) * SECOND : null)
  }

  #leave(batch: readonly PollParcel[], outcome: Outcome, wait: number | null): void {
    this.left.push(...batch)
    this.#count(outcome, batch.length)
    if (wait !== null) this.retryIn = Math.max(this.retryIn ?? 0, wait)
  }

  #share(batch: readonly PollParcel[], reading: Reading): void {
    for (const parcel of batch) {
      const said = saidOf(parcel.number, reading, batch.length === 1)
      if (said) {
        this.answers.push({ parcel, said })
        this.#count('report' in said ? 'found' : said.problem.code, 1)
      } else this.#leave([parcel], 'unsaid', 0)
    }
  }

  #count(outcome: Outcome, parcels: number): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + parcels)
  }
}

/** What the answer says of one number; a lone question's lone problem is about it even where it names none. */
function saidOf(number: string, reading: Reading, alone: boolean): Said | undefined {
  const names = (other: string | null) => other !== null && plain(other) === plain(number)
  const report = reading.reports.find((candidate) => names(candidate.tracking_number))
  if (report) return { report }
  const [lone] = alone ? reading.problems : []
  const problem = reading.problems.find((candidate) => names(candidate.tracking_number)) ?? lone
  if (problem) return { problem }
  const [only] = alone ? reading.reports : []
  return only && { report: only }
}

const plain = (number: string): string => number.replace(/[\s-]/g, '').toUpperCase()
