/** A bounded load on the loopback at a given pace, whatever the answers take. */

export interface Tally {
  requests: number
  /** Answers that say by what code they failed, or when to come back */
  typed: number
  /** Everything else that failed */
  errors: number
  /** Not asked because too many answers were outstanding */
  held: number
  /** What good answers took */
  readonly milliseconds: number[]
}

const MAX_OUTSTANDING = 256
const PULSE = 20

export const newTally = (): Tally => ({
  requests: 0,
  typed: 0,
  errors: 0,
  held: 0,
  milliseconds: [],
})

/** Asks once, counts how it came out, and hands the answer over where it is good. */
export async function ask(
  tally: Tally,
  url: string,
  options: RequestInit = {},
): Promise<{ readonly text: string; readonly headers: Headers } | null> {
  const began = performance.now()
  tally.requests += 1
  try {
    const answer = await fetch(url, options)
    const text = await answer.text()
    if (answer.ok || answer.status === 304) {
      tally.milliseconds.push(performance.now() - began)
      return { text, headers: answer.headers }
    }
    const type = answer.headers.get('content-type') ?? ''
    const isTyped = type.includes('problem+json') || answer.headers.has('retry-after')
    tally[isTyped ? 'typed' : 'errors'] += 1
    if (tally.typed === 1 || !isTyped) console.error(`${answer.status} ${url}: ${text}`)
  } catch (error) {
    tally.errors += 1
    console.error(`${url}: ${String(error)}`)
  }
  return null
}

export interface Stream {
  readonly perSecond: number
  readonly start: () => Promise<void>
}

/** Starts each stream's acts at its pace for so many seconds, then waits for the last of them. */
export async function run(
  streams: readonly Stream[],
  seconds: number,
  tally: Tally,
): Promise<void> {
  const began = performance.now()
  const started = streams.map(() => 0)
  const outstanding = new Set<Promise<void>>()
  for (let now = 0; now < seconds; now = (performance.now() - began) / 1000) {
    for (const [index, { perSecond, start }] of streams.entries()) {
      for (; (started[index] ?? 0) < perSecond * now; started[index] = (started[index] ?? 0) + 1) {
        if (outstanding.size >= MAX_OUTSTANDING) tally.held += 1
        else follow(outstanding, start())
      }
    }
    await new Promise((done) => setTimeout(done, PULSE))
  }
  await Promise.all(outstanding)
}

function follow(outstanding: Set<Promise<void>>, act: Promise<void>): void {
  const followed = act.finally(() => outstanding.delete(followed))
  outstanding.add(followed)
}
