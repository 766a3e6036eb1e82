/** `/o/{id}`: the tracking page. */
import { Hono } from 'hono'
import { renderNotFound } from '../../pages/not-found/page.tsx'
import { renderTracking } from '../../pages/tracking/page.tsx'
import type { Scope } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { readGrant } from '../lib/id.ts'
import { count } from '../lib/metrics.ts'
import { isTerminal } from '../order/fold.ts'
import { isInForce, pathOf } from '../order/links.ts'
import { accountStub } from '../polling/stub.ts'
import type { Found } from './find.ts'
import { findForPage } from './find.ts'
import { accountOf, accountStatuses, isCarrierDown, lookedAt } from './freshness.ts'
import type { Page } from './html.ts'
import { etagOf, onTrouble, pageResponse, policyFor } from './html.ts'
import type { Frame, Site } from './site.ts'
import { frameOf, lookupPath, withSite } from './site.ts'
import { trackingView } from './view.ts'
import { zoneOf } from './zone.ts'

const MAX_PAGES = 300
/** Renderings by ETag: who asks for the same again costs no rendering. */
const pages = new Map<string, string>()

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
  const page = await render(env, req.raw, found, access, host === null)
  context.executionCtx.waitUntil(nudge(env, found))
  count(env, 'pages', { merchant: found.merchant.id, scope: access.scope })
  return pageResponse(req.raw, page)
})

interface AccessLevel {
  readonly scope: Scope
  readonly grantExpired: boolean
}

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

async function render(
  env: Env,
  request: Request,
  found: Found,
  { scope, grantExpired }: AccessLevel,
  onDefaultHost: boolean,
): Promise<Page> {
  const { state, merchant } = found
  const { buyer, recipient } = state.placed
  const reader = scope === 'recipient' ? (recipient ?? buyer) : buyer
  const frame = frameOf(request, merchant, [reader.locale])
  const statuses = await accountStatuses(env, merchant, state)
  const zone = zoneOf(state, merchant)
  const unit = config(env).wheelUnit
  const statusOf = (shipment: (typeof state.shipments)[number]) =>
    statuses.get(accountOf(merchant, shipment) ?? '')
  const { query, assets, ...shown } = frame
  const view = trackingView(state, {
    ...shown,
    scope,
    grantExpired,
    digits: frame.locale === 'ar' ? merchant.brand.digits : 'latn',
    zone,
    now: now(),
    lookup: lookupPath(merchant, onDefaultHost),
    freshLinkAction: grantExpired && canMail(found) ? `${pathOf(state.id)}/link${query}` : null,
    asOf: found.fromRecord ? state.updated_at : null,
    lookedAt: (shipment) => lookedAt(shipment, statusOf(shipment), unit),
    carrierDown: (shipment) => isCarrierDown(shipment, statusOf(shipment)),
  })
  const etag = await etagOf(versionOf(env), state.id, view, assets)
  const policy = await policyFor(assets)
  return { html: kept(etag, () => renderTracking({ ...view, etag }, assets)), etag, policy }
}

/** Of this Worker, whose templates and words are part of every page; a local one may have none. */
const versionOf = ({ VERSION }: Partial<Env>): string => VERSION?.id ?? ''

/** Whether a fresh link could be mailed; whether to whom, the page does not say. */
const canMail = ({ state }: Found): boolean =>
  state.placed.buyer.contacts.some((contact) => contact.channel === 'email')

function kept(etag: string, make: () => string): string {
  const known = pages.get(etag)
  if (known !== undefined) return known
  const html = make()
  pages.set(etag, html)
  const [oldest] = pages.keys()
  if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest)
  return html
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

/** A shopper is watching: the carriers of parcels under way are asked soon. Losing this is harmless. */
async function nudge(env: Env, { state, merchant, fromRecord }: Found): Promise<void> {
  if (fromRecord) return
  for (const shipment of state.shipments) {
    const account = accountOf(merchant, shipment)
    const leg = shipment.legs.length - 1
    const last = shipment.legs[leg]
    if (!account || !last || isTerminal(shipment.status.milestone)) continue
    const target = { order: state.id, shipment: shipment.id, leg, digest: last.digest }
    const tenant = { merchant: merchant.id, shard: merchant.shard }
    const parcel = { number: last.tracking_number, since: shipment.since, targets: [target] }
    await accountStub(env, merchant.id, account)
      .nudge({ ...tenant, carrier: last.carrier, account }, parcel)
      .catch(() => false)
  }
}
