/**
 * Again, for statements that may safely run twice. Only the errors D1 documents as worth repeating
 * (https://developers.cloudflare.com/d1/observability/debug-d1/); an overloaded database is left
 * alone: its callers back off through their queue.
 */
const REPEATABLE = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'transient issue on remote node',
]
const ATTEMPTS = 3
const BASE_DELAY = 50

export async function repeatable<Result>(statement: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await statement()
    } catch (error) {
      const text = error instanceof Error ? error.message : ''
      if (attempt >= ATTEMPTS || !REPEATABLE.some((known) => text.includes(known))) throw error
      await fullJitter(attempt)
    }
  }
}

const fullJitter = (attempt: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * BASE_DELAY * 2 ** attempt))
