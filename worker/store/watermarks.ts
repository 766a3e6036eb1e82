/** How far each shard's wheel has turned. One tick at a time turns it, by a lease. */
import { repeatable } from './retry.ts'

/** Takes the lease and says how far the wheel is, or null where somebody else holds it. */
export async function takeLease(
  database: D1Database,
  lease: {
    readonly shard: string
    readonly owner: string
    readonly now: number
    readonly until: number
  },
  start: number,
): Promise<number | null> {
  const row = await database
    .prepare(
      `INSERT INTO watermarks (shard, minute, lease_owner, lease_until) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (shard) DO UPDATE SET lease_owner = excluded.lease_owner, lease_until = excluded.lease_until
       WHERE watermarks.lease_until <= ?5
       RETURNING minute`,
    )
    .bind(lease.shard, start, lease.owner, lease.until, lease.now)
    .first<{ minute: number }>()
  return row?.minute ?? null
}

/** Moves the watermark forward and frees the lease; only for who holds it. */
export async function advance(
  database: D1Database,
  shard: string,
  owner: string,
  minute: number,
): Promise<void> {
  await repeatable(() =>
    database
      .prepare(
        `UPDATE watermarks SET minute = max(minute, ?3), lease_until = 0
         WHERE shard = ?1 AND lease_owner = ?2`,
      )
      .bind(shard, owner, minute)
      .run(),
  )
}

/** The last wheel minute whose messages are all sent, or null before the first tick. */
export async function readWatermark(database: D1Database, shard: string): Promise<number | null> {
  return database
    .prepare('SELECT minute FROM watermarks WHERE shard = ?1')
    .bind(shard)
    .first<number>('minute')
}
