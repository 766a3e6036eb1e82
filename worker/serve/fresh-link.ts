/**
 * `POST /o/{id}/link`: the one button of a page whose grant expired. It mails a fresh link to the
 * order's own address, and says the same whether there was an order, an address or a mail a moment ago.
 */
import { Hono } from 'hono'
import { renderLinkSent } from '../../pages/link-sent/page.tsx'
import { config } from '../config.ts'
import { newId, readId } from '../lib/id.ts'
import { describeError, log } from '../lib/log.ts'
import { pathOf } from '../order/links.ts'
import { withOrder } from '../order/stub.ts'
import { send } from '../queue/send.ts'
import { findForPage } from './find.ts'
import { onTrouble, pageResponse, policyFor } from './html.ts'
import type { Site } from './site.ts'
import { frameOf, withSite } from './site.ts'

export const freshLink = new Hono<Site>()
freshLink.onError(onTrouble)
freshLink.use(withSite)
freshLink.post('/:id/link', async (context) => {
  const { env, req } = context
  const id = req.param('id')
  const host = context.get('merchant')
  const isOurs = (await readId(config(env).linkKeys, id)) !== null
  const found = isOurs ? await findForPage(env, id, host) : null
  if (found) context.executionCtx.waitUntil(ask(env, id, found.merchant))
  const merchant = found?.merchant ?? host
  const frame = frameOf(req.raw, merchant, [found?.state.placed.buyer.locale])
  const html = renderLinkSent(
    { ...frame, languages: [], back: isOurs ? pathOf(id) + frame.query : null },
    frame.assets,
  )
  const policy = await policyFor(frame.assets)
  return pageResponse(req.raw, { html, etag: null, policy })
})

async function ask(
  env: Env,
  id: string,
  merchant: { readonly id: string; readonly shard: string },
): Promise<void> {
  const { linkKeys } = config(env)
  const request = newId()
  const reference = { id, merchant: merchant.id, shard: merchant.shard }
  try {
    const isNew = await withOrder(env, linkKeys, id, (stub) =>
      stub.askFreshLink(reference, request),
    )
    if (!isNew) return
    const tenant = { merchant: merchant.id, shard: merchant.shard }
    try {
      await send(env.NOTIFY, [{ v: 1, kind: 'fresh_link', ...tenant, order: id, request }])
    } catch (error) {
      await withOrder(env, linkKeys, id, (stub) => stub.dropFreshLink(request))
      throw error
    }
  } catch (error) {
    log('error', 'fresh_link_failed', { order: id, error: describeError(error) })
  }
}
