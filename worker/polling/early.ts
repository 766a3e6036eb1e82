/**
 * Early looks that shoppers' visits ask for, collected into full messages. A lone one goes out at
 * once; whoever asks shortly after that waits with the others for the end of a window, which is
 * short, because an idle object forgets what it holds after ten seconds. Pure.
 */
import type { PollParcel } from '../queue/messages.ts'
import { MAX_PARCELS } from '../queue/messages.ts'
import { NUDGE_EVERY } from './access.ts'

/** Wheel units between two messages with early looks */
const WINDOW = 1 / 12
/** Parcels remembered: beyond that the one asked for longest ago may be asked for again */
const MAX_REMEMBERED = 5000

/** What is kept of early looks: numbers and when they were asked for, epoch milliseconds. */
export type Remembered = readonly (readonly [number: string, at: number])[]

export class EarlyLooks {
  readonly #unit: number
  readonly #asked: Map<string, number>
  #waiting = new Map<string, PollParcel>()
  #sentAt = 0

  /** `unit`: milliseconds of a wheel unit. */
  constructor(unit: number, remembered: Remembered = []) {
    this.#unit = unit
    this.#asked = new Map(remembered)
  }

  /** Whether the parcel waits to be looked at now: not where that was asked for a while ago. */
  add(parcel: PollParcel, now: number): boolean {
    const waiting = this.#waiting.get(parcel.number)
    if (!waiting && this.#isRecent(parcel.number, now)) return false
    this.#remember(parcel.number, now)
    this.#waiting.set(parcel.number, waiting ? together(waiting, parcel) : parcel)
    return true
  }

  /** Milliseconds until those waiting may be sent; 0: now. */
  waitFor(now: number): number {
    return Math.max(0, this.#sentAt + WINDOW * this.#unit - now)
  }

  /** Takes all that wait, fifty to a message. */
  take(now: number): PollParcel[][] {
    const all = [...this.#waiting.values()]
    this.#waiting = new Map()
    this.#sentAt = now
    const messages = Math.ceil(all.length / MAX_PARCELS)
    return Array.from({ length: messages }, (_, index) =>
      all.slice(index * MAX_PARCELS, (index + 1) * MAX_PARCELS),
    )
  }

  /** To be kept, so that an object that loses its memory does not ask again at once. */
  remembered(now: number): Remembered {
    return [...this.#asked].filter(([number]) => this.#isRecent(number, now))
  }

  #isRecent(number: string, now: number): boolean {
    const asked = this.#asked.get(number)
    return asked !== undefined && now - asked < NUDGE_EVERY * this.#unit
  }

  #remember(number: string, now: number): void {
    this.#asked.delete(number)
    this.#asked.set(number, now)
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= MAX_REMEMBERED) return
      this.#asked.delete(oldest)
    }
  }
}

/** One number that several orders wait for. */
function together(parcel: PollParcel, more: PollParcel): PollParcel {
  const isNew = ({ order, shipment, leg }: PollParcel['targets'][number]) =>
    !parcel.targets.some(
      (known) => known.order === order && known.shipment === shipment && known.leg === leg,
    )
  return { ...parcel, targets: [...parcel.targets, ...more.targets.filter(isNew)] }
}
