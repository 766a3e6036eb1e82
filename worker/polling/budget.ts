/**
 * How often a carrier may be asked: a token bucket by the second, and a count by the day that is
 * reserved in blocks, so that an object that loses its memory asks less, never more. A day that is
 * too short for the wheel is shared: from then on a parcel has its look every second, fourth, … turn.
 */
import { DAY, SECOND } from '../lib/clock.ts'
import { ONCE } from '../order/wheel.ts'

export interface Limits {
  readonly perSecond: number
  /** null: none stated */
  readonly perDay: number | null
}

/** What is kept of a day. */
export interface Reserved {
  /** Day number since the epoch, UTC */
  readonly day: number
  readonly upTo: number
  /** Of them, for the wheel's own messages */
  readonly wheel?: number
  /** Each parcel has a look at one of so many turns, a power of two */
  readonly every?: number
  /** The day was over before its end */
  readonly ranOut?: boolean
}

const BLOCKS_A_DAY = 100
/** A day that ran out tells the demand; what runs out at once tells little, so at most this much a day */
const MOST_AT_ONCE = 8
const MAX_EVERY = 64
/** Of a day's requests the wheel may take so many, the rest is for those who watch and for other tries */
const WHEELS_PART = 0.9
/** Below this part a day has room for twice as many looks */
const ROOMY = 0.4

export class Budget {
  readonly #limits: Limits
  readonly #keep: (reserved: Reserved) => void
  #tokens: number
  #filledAt: number
  #reserved: Required<Reserved>
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
    this.#reserved = { wheel: 0, every: 1, ranOut: false, ...(reserved ?? noneOf(dayOf(now))) }
    this.#used = this.#reserved.upTo
  }

  /** 0: one request is granted and counted. Else the milliseconds to wait. `isWheel`: nobody watches. */
  take(now: number, isWheel = true): number {
    const left = Math.max(0, now - this.#filledAt) * (this.#limits.perSecond / SECOND)
    this.#tokens = Math.min(capacity(this.#limits), this.#tokens + left)
    this.#filledAt = now
    const tomorrow = this.#untilTomorrow(now)
    if (tomorrow > 0) return tomorrow
    if (this.#tokens < 1) return Math.ceil(((1 - this.#tokens) * SECOND) / this.#limits.perSecond)
    this.#tokens -= 1
    this.#count(isWheel)
    return 0
  }

  /** Requests left of today; null: the carrier states none by the day. */
  left(now: number): number | null {
    const { perDay } = this.#limits
    if (perDay === null) return null
    return dayOf(now) === this.#reserved.day ? Math.max(0, perDay - this.#used) : perDay
  }

  /** Whether more is left of the day's requests than of the day: then others than the wheel may ask. */
  isAhead(now: number): boolean {
    const { perDay } = this.#limits
    const left = this.left(now)
    return perDay === null || left === null || left / perDay > 1 - (now % DAY) / DAY
  }

  /** A parcel has a look at one of so many of its turns. */
  every(now: number): number {
    this.#beginDay(now)
    return this.#reserved.every
  }

  /** Nobody asks for the moment: keeps what was used instead of what was reserved, for an idle object forgets. */
  settle(): void {
    if (this.#limits.perDay === null || this.#used === this.#reserved.upTo) return
    this.#reserved = { ...this.#reserved, upTo: this.#used }
    this.#keep(this.#reserved)
  }

  #untilTomorrow(now: number): number {
    const { perDay } = this.#limits
    if (perDay === null) return 0
    this.#beginDay(now)
    if (this.#used < perDay) return 0
    this.#runOut(now, perDay)
    return (this.#reserved.day + 1) * DAY - now
  }

  #beginDay(now: number): void {
    const { perDay } = this.#limits
    const day = dayOf(now)
    if (perDay === null || day === this.#reserved.day) return
    const { every, wheel, ranOut } = this.#reserved
    const isRoomy = !ranOut && wheel < perDay * ROOMY
    this.#reserved = { ...noneOf(day), every: isRoomy ? Math.max(1, every / 2) : every }
    this.#used = 0
  }

  /** Looks are thinned out by as much as the wheel would have needed more, had the day gone on like this. */
  #runOut(now: number, perDay: number): void {
    if (this.#reserved.ranOut) return
    const elapsed = Math.max(1 / MOST_AT_ONCE, (now % DAY) / DAY)
    const demand = this.#reserved.wheel / elapsed
    const factor = Math.max(1, 2 ** Math.ceil(Math.log2(demand / (perDay * WHEELS_PART))))
    const every = Math.min(MAX_EVERY, this.#reserved.every * factor)
    this.#reserved = { ...this.#reserved, every, ranOut: true }
    this.#keep(this.#reserved)
  }

  #count(isWheel: boolean): void {
    const { perDay } = this.#limits
    if (perDay === null) return
    this.#used += 1
    const wheel = this.#reserved.wheel + Number(isWheel)
    this.#reserved = { ...this.#reserved, wheel }
    if (this.#used <= this.#reserved.upTo) return
    const block = Math.max(1, Math.floor(perDay / BLOCKS_A_DAY))
    this.#reserved = { ...this.#reserved, upTo: Math.min(perDay, this.#reserved.upTo + block) }
    this.#keep(this.#reserved)
  }
}

/**
 * Whether a parcel of this cadence has its look at a turn, where one of `every` turns is a look. The
 * parcels of a slot take turns together, so that they share requests, and slots beside each other
 * apart. Turns of a larger `every` are among those of a smaller.
 */
export function isLook(minute: number, cadence: number | undefined, every: number): boolean {
  if (cadence === undefined || cadence === ONCE) return true
  return (Math.floor(minute / cadence) + (minute % cadence)) % every === 0
}

const noneOf = (day: number): Required<Reserved> => ({
  day,
  upTo: 0,
  wheel: 0,
  every: 1,
  ranOut: false,
})
const capacity = (limits: Limits): number => Math.max(1, limits.perSecond)
const dayOf = (now: number): number => Math.floor(now / DAY)
