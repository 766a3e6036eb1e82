/** `/o/{id}`: the tracking page. */
import { Hono } from 'hono'
import { renderNotFound } from '../../pages/not-found/page.tsx'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { readGrant } from '../lib/id.ts'
import { isInForce } from '../order/links.ts'
import type { Found } from './find.ts'
import { findForPage } from './find.ts'
import { onTrouble, pageResponse, policyFor } from './html.ts'
import { nudge } from './nudge.ts'
import type { AccessLevel } from './render.ts'
import { renderPage } from './render.ts'
import type { Frame, Site } from './site.ts'
import { frameOf, lookupPath, withSite } from './site.ts'

export const tracking = new Hono<Site>()
tracking.onError(onTrouble)
tracking.use(withSite)
tracking.get('/:id', async (context) => {
  const { env, req } = context
  const id = req.param('id')
  const host = context.get('merchant')
  const found = await findForPage(env, id, host)
  if (!found) return notFound(req.raw, host)
  const access = await accessOf(env, found, req.query('g'))
  const page = await renderPage(env, req.raw, found, access, host === null)
  context.executionCtx.waitUntil(nudge(env, found))
  return pageResponse(req.raw, page)
})

/** What the link's grant lets see. The record's word may be older than a revocation: it honours none. */
async function accessOf(env: Env, found: Found, value: string | undefined): Promise<AccessLevel> {
  if (!value) return { scope: 'link', grantExpired: false }
  const { state, merchant } = found
  const grant = await readGrant(config(env).linkKeys, state.id, value)
  if (!grant) return { scope: 'link', grantExpired: false }
  if (found.fromRecord) return { scope: 'link', grantExpired: false }
  return isInForce(grant, state, merchant.grant_days, now())
    ? { scope: grant.scope, grantExpired: false }
    : { scope: 'link', grantExpired: true }
}

/** Unknown, erased and another merchant's: one and the same page. */
async function notFound(
  request: Request,
  merchant: Site['Variables']['merchant'],
): Promise<Response> {
  const frame: Frame = frameOf(request, merchant)
  const lookup = merchant ? lookupPath(merchant, false) : null
  const policy = await policyFor(frame.assets)
  const html = renderNotFound({ ...frame, lookup }, frame.assets)
  return pageResponse(request, { html, etag: null, policy }, 404)
}
