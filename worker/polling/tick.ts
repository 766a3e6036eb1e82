/**
 * The cron's tick: takes a shard's lease, reads what is due since the watermark, puts it on the belt,
 * moves the watermark. Nothing is written per parcel; what is sent twice is looked at twice.
 */
import { config } from '../config.ts'
import { now, SECOND } from '../lib/clock.ts'
import { newId } from '../lib/id.ts'
import { describeError, log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import { CADENCES, ONCE, slotAt } from '../order/wheel.ts'
import type { PollMessage, PollParcel } from '../queue/messages.ts'
import { MAX_PARCELS } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import { shard } from '../store/index.ts'
import type { Tracked } from '../store/shipments.ts'
import { readDue } from '../store/shipments.ts'
import { advance, takeLease } from '../store/watermarks.ts'
import { targetOf } from './poll.ts'

/** Wheel minutes a tick works through at most */
const MAX_MINUTES = 10
/** Older than the longest cadence: everything due then has come round again */
const LONGEST = Math.max(...CADENCES)
const SHORTEST_LEASE = 30 * SECOND

/** Turns every shard's wheel up to now. One shard's trouble does not keep the others. */
export async function tick(env: Env): Promise<void> {
  for (const name of config(env).shards) {
    try {
      await turnShard(env, name)
    } catch (error) {
      count(env, 'tick_failed', { shard: name })
      log('error', 'tick_failed', { shard: name, error: describeError(error) })
    }
  }
}

async function turnShard(env: Env, name: string): Promise<void> {
  const unit = config(env).wheelUnit
  const at = now()
  const minute = Math.floor(at / unit)
  const database = shard(env, name)
  const owner = newId()
  const until = at + Math.max(2 * unit, SHORTEST_LEASE)
  const watermark = await takeLease(database, { shard: name, owner, now: at, until }, minute - 1)
  if (watermark === null) return
  const { from, to } = minutesDue(watermark, minute)
  let sent = watermark
  let parcels = 0
  try {
    for (let due = from; due <= to; due += 1) {
      const messages = await messagesDue(database, name, due, minute)
      await send(env.POLLS, messages)
      parcels += messages.reduce((sum, message) => sum + message.parcels.length, 0)
      sent = due
    }
  } finally {
    // What was sent stays sent, and the next tick need not wait for the lease to run out.
    await advance(database, name, owner, sent)
  }
  count(env, 'tick_lag', { shard: name }, minute - sent)
  count(env, 'tick_parcels', { shard: name }, parcels)
}

/** The minutes a tick works through: oldest first, at most ten, none so old that all of it came round again. */
export function minutesDue(watermark: number, minute: number): { from: number; to: number } {
  const from = Math.max(watermark + 1, minute - LONGEST)
  return { from, to: Math.min(minute, from + MAX_MINUTES - 1) }
}

/** The cadences read for a minute: a parcel of a shorter one has come round again since. */
export const cadencesDue = (due: number, minute: number): number[] =>
  CADENCES.filter((cadence) => cadence === ONCE || cadence > minute - due)

async function messagesDue(
  database: D1Database,
  shardName: string,
  due: number,
  minute: number,
): Promise<PollMessage[]> {
  const accounts = new Map<string, Due[]>()
  for (const cadence of cadencesDue(due, minute)) {
    for await (const page of readDue(database, cadence, slotAt(cadence, due))) {
      for (const row of page) {
        const account = JSON.stringify([row.merchant, row.carrier, row.account])
        const rows = accounts.get(account) ?? []
        rows.push({ ...row, cadence })
        accounts.set(account, rows)
      }
    }
  }
  return [...accounts.values()].flatMap((rows) => messagesFor(rows, shardName, due))
}

type Due = Tracked & { readonly cadence: number }

/**
 * One account's parcels, each number once whoever waits for it, in messages of fifty. The shortest
 * cadence of a number comes first and counts.
 */
function messagesFor(rows: readonly Due[], shardName: string, due: number): PollMessage[] {
  const [first] = rows
  if (!first) return []
  const parcels = new Map<string, PollParcel>()
  for (const row of rows) {
    const known = parcels.get(row.tracking_number)
    if (known) known.targets.push(targetOf(row))
    else {
      const { tracking_number: number, since, cadence } = row
      parcels.set(number, { number, since, cadence, targets: [targetOf(row)] })
    }
  }
  const all = [...parcels.values()]
  const parts = Math.ceil(all.length / MAX_PARCELS)
  return Array.from({ length: parts }, (_, part) => ({
    v: 1,
    kind: 'poll',
    merchant: first.merchant,
    shard: shardName,
    carrier: first.carrier,
    account: first.account,
    minute: due,
    parts,
    part,
    parcels: all.slice(part * MAX_PARCELS, (part + 1) * MAX_PARCELS),
  }))
}
