/** The Worker with references beside its page: through the same middleware and headers, doing less. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { config } from '../../worker/config.ts'
import worker, { OrderObject as RealOrder } from '../../worker/index.ts'
import { countAnswers } from '../../worker/ingest/respond.ts'
import { orderId } from '../../worker/lib/id.ts'
import { linksOf } from '../../worker/order/links.ts'
import type { OrderState } from '../../worker/order/state.ts'
import { upgrade } from '../../worker/order/state.ts'
import { accepted, withOrder } from '../../worker/order/stub.ts'
import { watchful } from '../../worker/polling/watchdog.ts'
import { findForPage } from '../../worker/serve/find.ts'
import type { Page } from '../../worker/serve/html.ts'
import { pageResponse } from '../../worker/serve/html.ts'
import { renderPage } from '../../worker/serve/render.ts'
import type { Site } from '../../worker/serve/site.ts'
import { withSite } from '../../worker/serve/site.ts'
import { findMerchant, publishMerchant } from '../../worker/store/configuration.ts'
import { store } from '../../worker/store/index.ts'
import { saveBrand, saveMerchant } from '../../worker/store/merchants.ts'
import { BRAND, looks, MERCHANT, PLACED, SHIPMENTS } from './sample.ts'

export { AccountObject } from '../../worker/index.ts'

/** Objects made and alarms gone off. */
const seen = { woken: 0, alarms: 0 }

/** The Worker's, counted: that every order of a series was asleep is seen, not hoped for. */
export class OrderObject extends RealOrder {
  constructor(context: DurableObjectState, env: Env) {
    super(context, env)
    seen.woken += 1
  }

  override async alarm(): Promise<void> {
    await super.alarm()
    seen.alarms += 1
  }
}

export interface Seeded {
  readonly id: string
  readonly grant: string
}

/** Since the Worker began. */
export type Seen = Readonly<typeof seen>

/** Constant bytes: a page once rendered. */
let constant: Page | undefined

const references = new Hono<Site>()
  .use(countAnswers, watchful)
  .use(withSite)
  .get('/static/:id', async (context) => pageResponse(context.req.raw, await page(context)))
  .get('/constant/:id', async (context) => {
    await findForPage(context.env, context.req.param('id'), context.get('merchant'))
    return pageResponse(context.req.raw, await page(context))
  })
  .get('/record/:id', async (context) => {
    const { env, req } = context
    const merchant = await findMerchant(env, MERCHANT.id)
    const snapshot = merchant && (await store.for(env, merchant).snapshot(req.param('id')))
    if (!snapshot) return context.notFound()
    const state = upgrade(JSON.parse(snapshot) as OrderState)
    const found = { state, merchant, fromRecord: false }
    const access = { scope: 'buyer', grantExpired: false } as const
    return pageResponse(req.raw, await renderPage(env, req.raw, found, access, true))
  })
  .post('/seen', (context) => context.json(seen))
  .post('/merchant', async ({ env, json }) => {
    await saveMerchant(env.DB, MERCHANT)
    await saveBrand(env.DB, MERCHANT.id, BRAND, MERCHANT.createdAt)
    return json(await publishMerchant(env, MERCHANT.id))
  })
  .post('/seed', async ({ env, req, json }) =>
    json(await seed(env, Number(req.query('from')), Number(req.query('count')))),
  )

async function page({ env, req }: Context<Site, '/:route/:id'>): Promise<Page> {
  if (constant) return constant
  const found = await findForPage(env, req.param('id'), null)
  if (!found) throw new Error('seed first')
  const access = { scope: 'buyer', grantExpired: false } as const
  constant = await renderPage(env, new Request('http://127.0.0.1/o/0'), found, access, true)
  return constant
}

const idOf = (env: Env, index: number): Promise<string> =>
  orderId(config(env).linkKeys, 'none', MERCHANT.id, `BENCH-${index}`)

/** Places some orders and writes their record; the request that does so keeps their objects awake. */
async function seed(env: Env, from: number, count: number): Promise<Seeded[]> {
  const merchant = await findMerchant(env, MERCHANT.id)
  if (!merchant) throw new Error('no merchant')
  const numbers = Array.from({ length: count }, (_, index) => from + index)
  const orders = await Promise.all(numbers.map((number) => seedOrder(env, number)))
  await store.for(env, merchant).write(orders.map(({ projection }) => projection))
  return Promise.all(
    orders.map(async ({ state }) => {
      const { grant_link } = await linksOf(config(env), merchant, state)
      return { id: state.id, grant: new URL(grant_link).searchParams.get('g') ?? '' }
    }),
  )
}

async function seedOrder(env: Env, index: number) {
  const { linkKeys } = config(env)
  const id = await idOf(env, index)
  const reference = { id, merchant: MERCHANT.id, shard: MERCHANT.shard }
  const placed = { ...PLACED, number: `BENCH-${index}` }
  const command = { ...reference, placed, shipments: SHIPMENTS, at: Date.now() }
  await withOrder(env, linkKeys, id, (stub) => stub.place(command))
  return accepted(
    await withOrder(env, linkKeys, id, (stub) => stub.record({ ...reference, looks: looks() })),
  )
}

/** The Worker's, with the references in front. */
export default {
  ...worker,
  fetch: (request: Request, env: Env, context: ExecutionContext) => {
    const { pathname } = new URL(request.url)
    return /^\/(static|constant|record|merchant|seed|seen)/.test(pathname)
      ? references.fetch(request, env, context)
      : worker.fetch(request, env, context)
  },
}
