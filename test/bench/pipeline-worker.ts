/** The Worker with a meter on every binding, a clock that jumps, and a carrier that tells one story. */
import { Hono } from 'hono'
import { carriers } from '../../worker/carriers/registry.ts'
import { config } from '../../worker/config.ts'
import worker, { AccountObject as Account, OrderObject as Order } from '../../worker/index.ts'
import { now } from '../../worker/lib/clock.ts'
import { withOrder } from '../../worker/order/stub.ts'
import { tick } from '../../worker/polling/tick.ts'
import { parseMessage } from '../../worker/queue/messages.ts'
import { add, read } from './meter/counts.ts'
import { meteredEnv } from './meter/env.ts'
import { dueAlarms, fired, meteredState } from './meter/objects.ts'
import { meteredBatch } from './meter/queue.ts'
import { LIFE, scansOf, storyteller } from './story.ts'

/** How far the clock was put forward: it goes on from there. */
let ahead = 0
let start = 0
const realNow = Date.now.bind(Date)
Date.now = () => realNow() + ahead

Object.assign(carriers, { ups: storyteller((_parcel, at) => scansOf(LIFE, start, at)) })

export class OrderObject extends Order {
  constructor(state: DurableObjectState, env: Env) {
    super(state, meteredEnv(env))
    Object.defineProperty(this, 'ctx', { value: meteredState(state, 'order') })
  }

  /** The alarm, whose name is not for others to call. */
  fire(): Promise<void> {
    return this.alarm()
  }
}

export class AccountObject extends Account {
  constructor(state: DurableObjectState, env: Env) {
    super(state, meteredEnv(env))
    Object.defineProperty(this, 'ctx', { value: meteredState(state, 'account') })
  }
}

const bench = new Hono<{ Bindings: Env }>()
  .post('/clock', (context) => {
    ahead = Number(context.req.query('at')) - realNow()
    start = Number(context.req.query('start') ?? start)
    return context.body(null, 204)
  })
  .post('/turn', async (context) => {
    const minute = Math.floor(now() / config(context.env).wheelUnit)
    await context.env.DB.prepare('UPDATE watermarks SET minute = ?1')
      .bind(minute - 1)
      .run()
    await tick(meteredEnv(context.env))
    return context.json(read())
  })
  .post('/alarms', async (context) => {
    const { env } = context
    const due = dueAlarms(now())
    for (const name of due) {
      fired(name)
      await withOrder(env, config(env).linkKeys, name, (stub) =>
        (stub as unknown as Pick<OrderObject, 'fire'>).fire(),
      )
    }
    return context.json({ fired: due.length })
  })
  .get('/counts', (context) => context.json(read()))
  .get('/weight', async (context) => {
    const { meta } = await context.env.DB.prepare('SELECT 1').run()
    return context.json({ bytes: meta.size_after })
  })

export default {
  async fetch(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
    const url = new URL(request.url)
    if (!url.pathname.startsWith('/bench/')) {
      add('worker.requests', 1)
      return worker.fetch(request, meteredEnv(env), context)
    }
    url.pathname = url.pathname.slice('/bench'.length)
    return bench.fetch(new Request(url, request), env, context)
  },

  async queue(batch: MessageBatch, env: Env): Promise<void> {
    add('worker.requests', 1)
    await worker.queue(meteredBatch(batch), meteredEnv(env))
    for (const { body } of batch.messages) {
      const message = parseMessage(body)
      if (message.kind === 'poll') add('polled', message.parcels.length)
    }
  },
}
