/**
 * The Worker with a wheel whose minute is a tenth of a second, and a carrier with a new scan of each
 * parcel again and again, until it is told to stop.
 */
import { Hono } from 'hono'
import { carriers } from '../../worker/carriers/registry.ts'
import { config } from '../../worker/config.ts'
import worker, { AccountObject as Account, OrderObject as Order } from '../../worker/index.ts'
import { now } from '../../worker/lib/clock.ts'
import type { OrderState } from '../../worker/order/state.ts'
import { upgrade } from '../../worker/order/state.ts'
import { withOrder } from '../../worker/order/stub.ts'
import { tick } from '../../worker/polling/tick.ts'
import { wheelAge } from '../../worker/polling/watchdog.ts'
import { send } from '../../worker/queue/send.ts'
import { store } from '../../worker/store/index.ts'
import type { Difference } from './audit.ts'
import { compare, sumOfDifferences } from './audit.ts'
import { read, sumOf } from './meter/counts.ts'
import { meteredEnv } from './meter/env.ts'
import { meteredBatch } from './meter/queue.ts'
import { SCAN_EVERY, scanAt, scansBy, storyteller, UNIT } from './story.ts'

const MERCHANT = { id: 'bench', shard: 'DB' }
const PAGE = 100
const LAST = 999

/** When the carrier's parcels began to move and when they stopped, epoch milliseconds. */
let from = Number.POSITIVE_INFINITY
let to = Number.POSITIVE_INFINITY

/** When the carrier stops it has delivered everything: no parcel is left to look at. */
const told = (number: string, at: number) => [
  ...scansBy(number, from, Math.min(at, to)),
  ...(at >= to ? [scanAt('delivered', to, LAST)] : []),
]
Object.assign(carriers, { ups: storyteller(({ number }, at) => told(number, at)) })

const FAST = { WHEEL_UNIT_MS: String(UNIT) }
const faster = (env: Env): Env => meteredEnv(env, FAST)

export class OrderObject extends Order {
  constructor(state: DurableObjectState, env: Env) {
    super(state, faster(env))
  }
}

export class AccountObject extends Account {
  readonly #asked = new Set<string>()

  constructor(state: DurableObjectState, env: Env) {
    super(state, faster(env))
  }

  /** A quarter of an hour is longer than this load: who stays on a page asks for its parcel once. */
  override async nudge(...[of, tenant, parcel]: Parameters<Account['nudge']>): Promise<boolean> {
    if (this.#asked.has(parcel.number)) return false
    this.#asked.add(parcel.number)
    return super.nudge(of, tenant, parcel)
  }
}

const bench = new Hono<{ Bindings: Env }>()
  .post('/move', async (context) => {
    from = now() - SCAN_EVERY
    const numbers = await context.req.json<string[]>()
    const looks = numbers.map((number) => ({ number, carrier: 'ups', ...message }))
    await send(context.env.POLLS, looks)
    return context.body(null, 204)
  })
  .post('/stop', (context) => {
    to = now()
    return context.body(null, 204)
  })
  .post('/tick', async (context) => {
    await tick(context.env)
    return context.body(null, 204)
  })
  .get('/backlog', async (context) => {
    const counts = read()
    const messages = sumOf(counts, 'queue.write') - sumOf(counts, 'queue.delete')
    return context.json({ messages, wheel: await wheelAge(context.env, 'DB') })
  })
  .get('/audit', async (context) => {
    const { after, differences, orders } = await audit(
      context.env,
      context.req.query('after') ?? '',
    )
    return context.json({ after: after ?? null, orders, ...sumOfDifferences(differences) })
  })

const message = { v: 1, kind: 'look', merchant: MERCHANT.id, shard: MERCHANT.shard } as const

/** A page of orders: what the carrier told against what the object and the record have. */
async function audit(env: Env, from: string) {
  const orders = store.for(env, MERCHANT)
  const ids = await orders.idsAfter(from, PAGE)
  const differences = await Promise.all(
    ids.map(async (id): Promise<Difference> => {
      const recorded = await orders.snapshot(id)
      const kept = await withOrder(env, config(env).linkKeys, id, (stub) => stub.view(null))
      return compare(stateOf(kept), stateOf(recorded), (number) => told(number, now()))
    }),
  )
  return { differences, orders: ids.length, after: ids.length === PAGE ? ids.at(-1) : null }
}

const stateOf = (text: string | null): OrderState | null =>
  text === null ? null : upgrade(JSON.parse(text) as OrderState)

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/bench/')) return worker.fetch(request, faster(env), context)
    url.pathname = url.pathname.slice('/bench'.length)
    return bench.fetch(new Request(url, request), faster(env), context)
  },

  queue: (batch: MessageBatch, env: Env): Promise<void> =>
    worker.queue(meteredBatch(batch), faster(env)),
}
