/** Requests for a link with a fresh grant, one at a time, kept beside an order's state. */
import { MINUTE } from '../lib/clock.ts'

interface Asked {
  readonly request: string
  /** Epoch milliseconds */
  readonly at: number
  readonly claimed: boolean
}

const KEY = 'fresh_link'
/** A shopper may ask for a fresh link this often */
const EVERY = 15 * MINUTE

export class FreshLinks {
  readonly #kv: SyncKvStorage

  constructor(kv: SyncKvStorage) {
    this.#kv = kv
  }

  /** Whether this is a new request: not where one was made a moment ago. */
  ask(request: string, at: number): boolean {
    const asked = this.#kv.get<Asked>(KEY)
    if (asked && at - asked.at < EVERY) return false
    this.#kv.put(KEY, { request, at, claimed: false } satisfies Asked)
    return true
  }

  /** The request did not get on its way: the next one is new. */
  drop(request: string): void {
    if (this.#of(request)) this.forget()
  }

  /** True to the one caller that may send the mail for this request. */
  claim(request: string): boolean {
    const asked = this.#of(request)
    if (!asked || asked.claimed) return false
    this.#kv.put(KEY, { ...asked, claimed: true })
    return true
  }

  /** The mail was refused: another delivery of the message may try again. */
  release(request: string): void {
    const asked = this.#of(request)
    if (asked) this.#kv.put(KEY, { ...asked, claimed: false })
  }

  forget(): void {
    this.#kv.delete(KEY)
  }

  #of(request: string): Asked | undefined {
    const asked = this.#kv.get<Asked>(KEY)
    return asked?.request === request ? asked : undefined
  }
}
