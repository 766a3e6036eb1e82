/** Messages given up on. They belong to the platform, which alone sees and replays them. */
import { repeatable } from './retry.ts'

export interface DeadLetter {
  readonly id: string
  readonly queue: string
  readonly merchant: string | null
  readonly message: string
  readonly why: string
  readonly died_at: string
  readonly replayed_at: string | null
}

/** Keeps a letter once, however often it is delivered. */
export async function keepDeadLetters(
  database: D1Database,
  letters: readonly Omit<DeadLetter, 'replayed_at'>[],
): Promise<void> {
  await database
    .prepare(
      `INSERT OR IGNORE INTO dead_letters (id, queue, merchant, message, why, died_at)
       SELECT value->>'id', value->>'queue', value->>'merchant', value->>'message', value->>'why', value->>'died_at'
       FROM json_each(?1)`,
    )
    .bind(JSON.stringify(letters))
    .run()
}

/** Those not replayed yet, oldest first. */
export async function waitingDeadLetters(
  database: D1Database,
  limit: number,
): Promise<DeadLetter[]> {
  const { results } = await database
    .prepare('SELECT * FROM dead_letters WHERE replayed_at IS NULL ORDER BY died_at LIMIT ?1')
    .bind(limit)
    .all<DeadLetter>()
  return results
}

export async function readDeadLetter(database: D1Database, id: string): Promise<DeadLetter | null> {
  return database.prepare('SELECT * FROM dead_letters WHERE id = ?1').bind(id).first<DeadLetter>()
}

export async function markReplayed(database: D1Database, id: string, at: string): Promise<void> {
  await database
    .prepare('UPDATE dead_letters SET replayed_at = ?2 WHERE id = ?1')
    .bind(id, at)
    .run()
}

export async function countWaiting(database: D1Database): Promise<number> {
  const count = await database
    .prepare('SELECT count(*) AS waiting FROM dead_letters WHERE replayed_at IS NULL')
    .first<number>('waiting')
  return count ?? 0
}

/**
 * Drops a merchant's letters that name an order or one of its parcels. Others that such a letter
 * would have woken have their turn on the wheel. Safe to repeat.
 */
export async function dropDeadLetters(
  database: D1Database,
  merchant: string,
  names: readonly string[],
): Promise<void> {
  const quoted = names.map((name) => JSON.stringify(name))
  await repeatable(() =>
    database
      .prepare(
        `DELETE FROM dead_letters WHERE merchant = ?1
         AND EXISTS (SELECT 1 FROM json_each(?2) WHERE instr(dead_letters.message, value) > 0)`,
      )
      .bind(merchant, JSON.stringify(quoted))
      .run(),
  )
}
