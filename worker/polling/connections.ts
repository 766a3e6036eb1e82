/**
 * Requests at once at a carrier, over all messages of one account: who finds every connection taken
 * stands in line, where that is short.
 */
const LONGEST_LINE = 4

export class Connections {
  #taken = 0
  readonly #line: (() => void)[] = []

  /** Whether a connection is the caller's now, of `most`; false, at once, where the line is long. */
  take(most: number): Promise<boolean> {
    if (this.#taken < most) {
      this.#taken += 1
      return Promise.resolve(true)
    }
    if (this.#line.length >= LONGEST_LINE * most) return Promise.resolve(false)
    return new Promise((resolve) => this.#line.push(() => resolve(true)))
  }

  /** Gives a connection to the first in line, or back. */
  release(): void {
    const next = this.#line.shift()
    if (next) next()
    else this.#taken -= 1
  }
}
