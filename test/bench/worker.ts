/** The Worker with references beside its page: through the same middleware and headers, doing less. */
import { Hono } from 'hono'
import { config } from '../../worker/config.ts'
import worker from '../../worker/index.ts'
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

export { AccountObject, OrderObject } from '../../worker/index.ts'

/** Constant bytes: a page once rendered. */
let constant: Page | undefined

const references = new Hono<Site>()
  .use(countAnswers, watchful)
  .use(withSite)
  .get('/static/:id', async (context) => pageResponse(context.req.raw, await page(context.env)))
  .get('/constant/:id', async (context) => {
    await findForPage(context.env, context.req.param('id'), context.get('merchant'))
    return pageResponse(context.req.raw, await page(context.env))
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
  .post('/seed', async (context) =>
    context.json(await seed(context.env, Number(context.req.query('orders')))),
  )

async function page(env: Env): Promise<Page> {
  if (constant) return constant
  const found = await findForPage(env, await idOf(env, 0), null)
  if (!found) throw new Error('seed first')
  const access = { scope: 'buyer', grantExpired: false } as const
  constant = await renderPage(env, new Request('http://127.0.0.1/o/0'), found, access, true)
  return constant
}

const idOf = (env: Env, index: number): Promise<string> =>
  orderId(config(env).linkKeys, 'none', MERCHANT.id, `BENCH-${index}`)

async function seed(env: Env, orders: number) {
  await saveMerchant(env.DB, MERCHANT)
  await saveBrand(env.DB, MERCHANT.id, BRAND, MERCHANT.createdAt)
  const merchant = await publishMerchant(env, MERCHANT.id)
  if (!merchant) throw new Error('no merchant')
  const ids: string[] = []
  const grants: string[] = []
  for (let index = 0; index < orders; index += 1) {
    const id = await idOf(env, index)
    const reference = { id, merchant: MERCHANT.id, shard: 'DB' }
    const placed = { ...PLACED, number: `BENCH-${index}` }
    const command = { ...reference, placed, shipments: SHIPMENTS, at: Date.now() }
    await withOrder(env, config(env).linkKeys, id, (stub) => stub.place(command))
    const answer = await withOrder(env, config(env).linkKeys, id, (stub) =>
      stub.record({ ...reference, looks: looks() }),
    )
    const { state, projection } = accepted(answer)
    await store.for(env, merchant).write([projection])
    const { grant_link } = await linksOf(config(env), merchant, state)
    ids.push(id)
    grants.push(new URL(grant_link).searchParams.get('g') ?? '')
  }
  return { ids, grants }
}

/** The Worker's, with the references in front. */
export default {
  ...worker,
  fetch: (request: Request, env: Env, context: ExecutionContext) => {
    const { pathname } = new URL(request.url)
    return /^\/(static|constant|record|seed)/.test(pathname)
      ? references.fetch(request, env, context)
      : worker.fetch(request, env, context)
  },
}
