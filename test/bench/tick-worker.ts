/** The Worker's tick over as many parcels as asked for, with a meter on D1 and nobody behind the queue. */
import { Hono } from 'hono'
import type { Milestone } from '../../schema/vocabulary.ts'
import { MILESTONES } from '../../schema/vocabulary.ts'
import { now } from '../../worker/lib/clock.ts'
import { turn } from '../../worker/order/wheel.ts'
import { tick } from '../../worker/polling/tick.ts'
import { add, read } from './meter/counts.ts'
import { meteredEnv } from './meter/env.ts'

export { AccountObject, OrderObject } from '../../worker/index.ts'

const MINUTE = 60_000
const DAYS_KEPT = 60
const MERCHANTS = 100
/** Parcels of a record that keeps them for two months, in percent; the rest is delivered */
const SPREAD: Readonly<Partial<Record<Milestone, number>>> = {
  pending: 3,
  label_created: 4,
  accepted: 3,
  in_transit: 14,
  out_for_delivery: 2,
  ready_for_pickup: 2,
  attempt_failed: 1,
  returning_to_sender: 1,
}

let ahead = 0
let sink: Pick<Env, 'POLLS'> | undefined
const realNow = Date.now.bind(Date)
Date.now = () => realNow() + ahead

const INSERT = `
INSERT INTO shipments (order_id, shipment, leg, merchant, carrier, account, tracking_number, milestone,
                       condition, since, digest, cadence, slot, version)
SELECT value->>0, '1', 0, value->>1, 'ups', NULL, value->>2, value->>3, 'on_track', 0,
       '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU', value->>4, value->>5, 4
FROM json_each(?1)`

function milestoneOf(index: number): Milestone {
  let percent = index % 100
  for (const milestone of MILESTONES) {
    percent -= SPREAD[milestone] ?? 0
    if (percent < 0) return milestone
  }
  return 'delivered'
}

/** Ids are spread over the key as real ones are: neighbours on the wheel are none in the table. */
function rowOf(index: number, minute: number): readonly unknown[] {
  const spread = Math.imul(index, 2_654_435_761) >>> 0
  const id = `1${spread.toString(36).padStart(7, '0')}${String(index).padStart(14, '0')}`
  const tracking_number = `1Z999AA1${String(index).padStart(10, '0')}`
  const milestone = milestoneOf(index)
  const settled = minute - (spread % (DAYS_KEPT * 1440))
  const place = turn({ carrier: 'ups', tracking_number, milestone }, settled)
  const merchant = `shop-${spread % MERCHANTS}`
  return [id, merchant, tracking_number, milestone, place?.cadence, place?.slot]
}

const bench = new Hono<{ Bindings: Env }>()
  .post('/bench/fill', async (context) => {
    const from = Number(context.req.query('from'))
    const to = Number(context.req.query('to'))
    const minute = Math.floor(realNow() / MINUTE)
    const rows = Array.from({ length: to - from }, (_, index) => rowOf(from + index, minute))
    await context.env.DB.prepare(INSERT).bind(JSON.stringify(rows)).run()
    return context.body(null, 204)
  })
  .post('/bench/tick', async (context) => {
    ahead += MINUTE
    const minute = Math.floor(now() / MINUTE)
    await context.env.DB.prepare('UPDATE watermarks SET minute = ?1')
      .bind(minute - 1)
      .run()
    sink ??= { POLLS: counting(context.env.POLLS) }
    const env = meteredEnv(context.env, sink)
    const began = now()
    await tick(env)
    return context.json({ ms: now() - began, counts: read() })
  })

function counting(queue: Queue): Queue {
  const sendBatch = (messages: Iterable<MessageSendRequest>) => {
    const all = [...messages]
    for (const { body } of all) add('due', (body as { parcels: unknown[] }).parcels.length)
    return queue.sendBatch(all)
  }
  return { sendBatch } as unknown as Queue
}

export default {
  fetch: bench.fetch,
  queue: (): void => undefined,
}
