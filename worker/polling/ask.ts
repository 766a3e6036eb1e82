/**
 * Asking a carrier about the parcels of one message, within what its account allows: batches as the
 * carrier takes them, a few connections at once, one new token where the old one is refused.
 */
import type { Access, Carrier, CarrierProblem, Reading, Report } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { now, SECOND } from '../lib/clock.ts'
import type { PollParcel } from '../queue/messages.ts'
import type { AccountAccess, Failure } from './access.ts'
import { failureOf } from './access.ts'
import type { Lease } from './account.ts'

/** Longer than this and the rest of the message goes back to the queue */
const LONGEST_WAIT = 3 * SECOND

export type Said = { readonly report: Report } | { readonly problem: CarrierProblem }

export interface Asked {
  readonly answers: readonly { readonly parcel: PollParcel; readonly said: Said }[]
  /** Parcels the answer forgot, or that could not be asked about */
  readonly left: readonly PollParcel[]
  /** Milliseconds after which to ask about those left; null: they come round by themselves */
  readonly retryIn: number | null
}

/** The lease as its holder sees it: over RPC every answer is a promise. */
export type HeldLease = {
  readonly [Method in 'take' | 'access' | 'renew' | 'answered' | 'finished']: (
    ...parameters: Parameters<Lease[Method]>
  ) => Promise<Awaited<ReturnType<Lease[Method]>>>
}

export async function ask(
  carrier: Carrier,
  origin: string | null,
  parcels: readonly PollParcel[],
  lease: HeldLease,
): Promise<Asked> {
  const opened = await lease.access()
  if (!('access' in opened)) return { answers: [], left: parcels, retryIn: null }
  const asking = new Asking(carrier, origin, lease, opened.access)
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
  readonly #carrier: Carrier
  readonly #origin: string | null
  readonly #lease: HeldLease
  #access: AccountAccess

  constructor(carrier: Carrier, origin: string | null, lease: HeldLease, access: AccountAccess) {
    this.#carrier = carrier
    this.#origin = origin
    this.#lease = lease
    this.#access = access
  }

  /** One request, its answer shared out to the parcels. Never throws for what a carrier does. */
  async about(batch: readonly PollParcel[]): Promise<void> {
    const wait = await this.#turn()
    if (wait > 0) return this.#leave(batch, wait)
    try {
      const reading = await this.#request(batch)
      await this.#lease.answered(null, null)
      this.#share(batch, reading)
    } catch (error) {
      if (!(error instanceof CarrierError)) throw error
      await this.#failed(batch, failureOf(error), error.retryAfter)
    }
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

  async #request(batch: readonly PollParcel[]): Promise<Reading> {
    const parcels = batch.map(({ number, since }) => ({ number, since, courier: null }))
    const { token } = this.#access
    try {
      return await this.#carrier.track(parcels, this.#with(this.#access))
    } catch (error) {
      const refused = error instanceof CarrierError && error.problem.code === 'unauthorized'
      if (!refused || !this.#carrier.authenticate) throw error
      const renewed = await this.#lease.renew(token?.value ?? null)
      if (!('access' in renewed)) throw error
      this.#access = renewed.access
      return this.#carrier.track(parcels, this.#with(renewed.access))
    }
  }

  #with(access: AccountAccess): Access {
    return { ...access, origin: this.#origin, now: now() }
  }

  async #failed(
    batch: readonly PollParcel[],
    failure: Failure,
    retryAfter: number | null,
  ): Promise<void> {
    await this.#lease.answered(failure, retryAfter)
    this.#leave(batch, failure === 'throttled' ? (retryAfter ?? 60) * SECOND : null)
  }

  #leave(batch: readonly PollParcel[], wait: number | null): void {
    this.left.push(...batch)
    if (wait !== null) this.retryIn = Math.max(this.retryIn ?? 0, wait)
  }

  #share(batch: readonly PollParcel[], reading: Reading): void {
    for (const parcel of batch) {
      const said = saidOf(parcel.number, reading, batch.length === 1)
      if (said) this.answers.push({ parcel, said })
      else this.#leave([parcel], 0)
    }
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
