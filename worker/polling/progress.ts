/**
 * How far an account was polled: the last wheel minute whose messages all finished, and those before
 * it of which something was left undone. Little is kept, and never more claimed than is known.
 */
import { CADENCES } from '../order/wheel.ts'

export interface KeptProgress {
  readonly through: number | null
  readonly unfinished: readonly number[]
}

/** How far what is known may be ahead of what is kept, in wheel units: one row written for many polls */
const KEEP_EVERY = 15
/** Unfinished minutes remembered: the longest cadence, in which each parcel has a turn */
const REMEMBERED = Math.max(...CADENCES)

export class Progress {
  readonly #keep: (kept: KeptProgress) => void
  /** Minutes begun and not finished, with the parts that are */
  readonly #minutes: Map<number, Set<number>>
  #through: number | null
  #kept: KeptProgress

  constructor(kept: KeptProgress | null, keep: (kept: KeptProgress) => void) {
    this.#keep = keep
    this.#minutes = new Map((kept?.unfinished ?? []).map((minute) => [minute, new Set()]))
    this.#through = kept?.through ?? null
    this.#kept = kept ?? { through: null, unfinished: [] }
  }

  get through(): number | null {
    return this.#through
  }

  /** Of the minutes up to `through`. */
  get unfinished(): number[] {
    const through = this.#through ?? 0
    return [...this.#minutes.keys()].filter(
      (minute) => minute <= through && minute > through - REMEMBERED,
    )
  }

  begin(minute: number): void {
    if (!this.#minutes.has(minute)) this.#minutes.set(minute, new Set())
    for (const oldest of this.#minutes.keys()) {
      if (this.#minutes.size <= REMEMBERED) return
      this.#minutes.delete(oldest)
    }
  }

  /** A message of a minute is finished, every parcel of it looked at. */
  finish(minute: number, part: number, parts: number): void {
    const done = (this.#minutes.get(minute) ?? new Set()).add(part)
    this.#minutes.set(minute, done)
    if (done.size < parts) return
    this.#minutes.delete(minute)
    this.#through = Math.max(minute, this.#through ?? 0)
    if (this.#through - (this.#kept.through ?? 0) >= KEEP_EVERY) this.#write()
  }

  /**
   * A message of a minute ended and left something undone: kept at once, for an object that forgets
   * it would claim too much.
   */
  leave(minute: number): void {
    if (this.#minutes.has(minute) && !this.#kept.unfinished.includes(minute)) this.#write()
  }

  #write(): void {
    this.#kept = { through: this.#through, unfinished: [...this.#minutes.keys()] }
    this.#keep(this.#kept)
  }
}
