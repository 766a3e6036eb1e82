/**
 * How often a carrier may be asked: a token bucket by the second, and a count by the day that is
 * reserved in blocks, so that an object that loses its memory asks less, never more.
 */
import { DAY, SECOND } from '../lib/clock.ts'

export interface Limits {
  readonly perSecond: number
  /** null: none stated */
  readonly perDay: number | null
}

export interface Reserved {
  /** Day number since the epoch, UTC */
  readonly day: number
  readonly upTo: number
}

const BLOCKS_A_DAY = 100

export class Budget {
  readonly #limits: Limits
  readonly #keep: (reserved: Reserved) => void
  #tokens: number
  #filledAt: number
  #reserved: Reserved
  #used: number

  /**
   * `reserved`: as last kept; requests of that block may have been made, so all of it counts as used.
   * A moment ago a whole second's requests may have been made too, so the bucket begins with one.
   */
  constructor(
    limits: Limits,
    reserved: Reserved | undefined,
    now: number,
    keep: (reserved: Reserved) => void,
  ) {
    this.#limits = limits
    this.#keep = keep
    this.#tokens = 1
    this.#filledAt = now
    this.#reserved = reserved ?? { day: dayOf(now), upTo: 0 }
    this.#used = this.#reserved.upTo
  }

  /** 0: one request is granted and counted. Else the milliseconds to wait. */
  take(now: number): number {
    const left = Math.max(0, now - this.#filledAt) * (this.#limits.perSecond / SECOND)
    this.#tokens = Math.min(capacity(this.#limits), this.#tokens + left)
    this.#filledAt = now
    const tomorrow = this.#untilTomorrow(now)
    if (tomorrow > 0) return tomorrow
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) * SECOND) / this.#limits.perSecond)
    this.#tokens -= 1
    this.#count()
    return 0
  }

  #untilTomorrow(now: number): number {
    if (this.#limits.perDay === null) return 0
    const day = dayOf(now)
    if (day !== this.#reserved.day) {
      this.#reserved = { day, upTo: 0 }
      this.#used = 0
    }
    return this.#used < this.#limits.perDay ? 0 : (day + 1) * DAY - now
  }

  #count(): void {
    const { perDay } = this.#limits
    if (perDay === null) return
    this.#used += 1
    if (this.#used <= this.#reserved.upTo) return
    const block = Math.max(1, Math.floor(perDay / BLOCKS_A_DAY))
    this.#reserved = { ...this.#reserved, upTo: Math.min(perDay, this.#reserved.upTo + block) }
    this.#keep(this.#reserved)
  }
}

const capacity = (limits: Limits): number => Math.max(1, limits.perSecond)
const dayOf = (now: number): number => Math.floor(now / DAY)
