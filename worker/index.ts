/** Everything the Worker does, in the order the data flows. */
import { Hono } from 'hono'
import { api } from './ingest/api/index.ts'
import { carrierWebhooks } from './ingest/carrier-webhooks.ts'
import { operator } from './ingest/operator.ts'
import { countAnswers, onUnknownPath } from './ingest/respond.ts'
import { mailFreshLink } from './notify/fresh-link.ts'
import { health } from './polling/health.ts'
import { lookNow, poll, recordPush } from './polling/poll.ts'
import { tick } from './polling/tick.ts'
import { watchful } from './polling/watchdog.ts'
import type { Handlers } from './queue/consume.ts'
import { consume } from './queue/consume.ts'
import { foundDead } from './queue/dead-letters.ts'
import { freshLink } from './serve/fresh-link.ts'
import { lookup } from './serve/lookup.ts'
import { tracking } from './serve/tracking.ts'
import { keepDeadLetters } from './store/dead-letters.ts'
import { shard } from './store/index.ts'
import { writeProjections } from './store/projections.ts'

export { OrderObject } from './order/object.ts'
export { AccountObject } from './polling/account.ts'

const app = new Hono<{ Bindings: Env }>()
  .use(countAnswers, watchful)
  .route('/v1', api)
  .route('/hooks', carrierWebhooks)
  .route('/operator', operator)
  .route('/o', tracking)
  .route('/o', freshLink)
  .route('/lookup', lookup)
  .get('/', (context) => context.redirect('/lookup'))
  .get('/healthz', (context) => health(context.env))
  .notFound(onUnknownPath)

const handlers = (env: Env): Handlers => ({
  poll: (message) => poll(message, env),
  look: (message) => lookNow(message, env),
  scans: (message) => recordPush(message, env),
  fresh_link: async (message) => {
    await mailFreshLink(message, env)
    return []
  },
})

export default {
  fetch: app.fetch,

  scheduled: (_event, env) => tick(env),

  async queue(batch, env) {
    if (batch.queue.endsWith('-dead')) return keepDeadLetters(env.DB, foundDead(batch))
    await consume(batch, handlers(env), {
      write: (name, projections) => writeProjections(shard(env, name), projections),
      keepDeadLetters: (letters) => keepDeadLetters(env.DB, letters),
    })
  },
} satisfies ExportedHandler<Env>
