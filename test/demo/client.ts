/** The Worker's own API, as a shop and as an operator call it. */

/** What the API says of an order, as far as the demo reads it. */
export interface ShownOrder {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly condition: string
  readonly situation: string
  readonly link: string
  readonly grant_link: string
  readonly shipments: readonly { readonly id: string; readonly milestone: string }[]
}

/** A request that is not answered by then never will be: its Worker is gone. */
const ANSWERS_WITHIN = 15_000
const inTime = () => AbortSignal.timeout(ANSWERS_WITHIN)

export class Client {
  readonly origin: string
  readonly #operatorKey: string

  constructor(origin: string, operatorKey: string) {
    this.origin = origin
    this.#operatorKey = operatorKey
  }

  async answers(): Promise<boolean> {
    const response = await fetch(`${this.origin}/healthz`, { signal: inTime() }).catch(() => null)
    await response?.body?.cancel()
    return response !== null && (response.ok || response.status === 503)
  }

  async tick(): Promise<void> {
    const response = await fetch(`${this.origin}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`, {
      signal: inTime(),
    })
    await response.body?.cancel()
  }

  operator<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.#call(this.#operatorKey, method, `/operator${path}`, body)
  }

  shop<Answer>(key: string, method: string, path: string, body?: unknown): Promise<Answer> {
    return this.#call(key, method, `/v1${path}`, body)
  }

  /** Throws with the problem's own words. */
  async #call<Answer>(key: string, method: string, path: string, body: unknown): Promise<Answer> {
    const response = await fetch(this.origin + path, {
      method,
      signal: inTime(),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Answer
  }
}

const PAUSE = 100

/** Asks until the answer is yes. Throws after `within` milliseconds. */
export async function until(
  what: string,
  within: number,
  ask: () => Promise<boolean>,
): Promise<void> {
  const end = Date.now() + within
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Waited ${within / 1000} s in vain until ${what}`)
    await new Promise((done) => setTimeout(done, PAUSE))
  }
}
