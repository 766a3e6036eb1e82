/**
 * Early looks that shoppers' visits ask for, collected into full messages. A lone one goes out at
 * once; whoever asks shortly after that waits with the others for the end of a window, which is
 * short, because an idle object forgets what it holds after ten seconds. Pure.
 */
import { hash } from '../lib/hash.ts'
import type { PollMessage, PollParcel } from '../queue/messages.ts'
import { MAX_PARCELS } from '../queue/messages.ts'
import { NUDGE_EVERY } from './access.ts'

/** Wheel units between two messages with early looks */
const WINDOW = 1 / 12
/** Parcels remembered: beyond that the one asked for longest ago may be asked for again */
const MAX_REMEMBERED = 5000

/** Whose parcels early looks are about; one account of an aggregator's has those of several carriers. */
export type EarlyTenant = Pick<PollMessage, 'merchant' | 'shard' | 'carrier' | 'account'>

/** One message's worth of early looks. */
export interface EarlyMessage {
  readonly tenant: EarlyTenant
  readonly parcels: readonly PollParcel[]
}

interface Waiting {
  readonly tenant: EarlyTenant
  readonly parcel: PollParcel
}

/** What is kept of early looks: fingerprints of numbers, and when each was asked for, epoch milliseconds. */
export type Remembered = readonly (readonly [number: number, at: number])[]

export class EarlyLooks {
  readonly #unit: number
  readonly #asked: Map<number, number>
  #waiting = new Map<string, Waiting>()
  #sentAt = 0

  /** `unit`: milliseconds of a wheel unit. */
  constructor(unit: number, remembered: Remembered = []) {
    this.#unit = unit
    this.#asked = new Map(remembered)
  }

  /** Whether the parcel waits to be looked at now: not where that was asked for a while ago. */
  add(tenant: EarlyTenant, parcel: PollParcel, now: number): boolean {
    const number = `${tenant.carrier} ${parcel.number}`
    const waiting = this.#waiting.get(number)
    if (!waiting && this.#isRecent(hash(number), now)) return false
    this.#remember(hash(number), now)
    const all = waiting ? together(waiting.parcel, parcel) : parcel
    this.#waiting.set(number, { tenant, parcel: all })
    return true
  }

  /** Milliseconds until those waiting may be sent; 0: now. */
  waitFor(now: number): number {
    return Math.max(0, this.#sentAt + WINDOW * this.#unit - now)
  }

  /** Takes all that wait, fifty to a message. */
  take(now: number): EarlyMessage[] {
    const all = Map.groupBy(this.#waiting.values(), ({ tenant }) => JSON.stringify(tenant))
    this.#waiting = new Map()
    this.#sentAt = now
    return [...all.values()].flatMap(messagesOf)
  }

  /** To be kept, so that an object that loses its memory does not ask again at once. */
  remembered(now: number): Remembered {
    return [...this.#asked].filter(([number]) => this.#isRecent(number, now))
  }

  #isRecent(number: number, now: number): boolean {
    const asked = this.#asked.get(number)
    return asked !== undefined && now - asked < NUDGE_EVERY * this.#unit
  }

  #remember(number: number, now: number): void {
    this.#asked.delete(number)
    this.#asked.set(number, now)
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= MAX_REMEMBERED) return
      this.#asked.delete(oldest)
    }
  }
}

/** Of one tenant. */
function messagesOf(waiting: readonly Waiting[]): EarlyMessage[] {
  const [first] = waiting
  if (!first) return []
  const parcels = waiting.map(({ parcel }) => parcel)
  return Array.from({ length: Math.ceil(parcels.length / MAX_PARCELS) }, (_, index) => ({
    tenant: first.tenant,
    parcels: parcels.slice(index * MAX_PARCELS, (index + 1) * MAX_PARCELS),
  }))
}

/** One number that several orders wait for. */
function together(parcel: PollParcel, more: PollParcel): PollParcel {
  const isNew = ({ order, shipment, leg }: PollParcel['targets'][number]) =>
    !parcel.targets.some(
      (known) => known.order === order && known.shipment === shipment && known.leg === leg,
    )
  return { ...parcel, targets: [...parcel.targets, ...more.targets.filter(isNew)] }
}
