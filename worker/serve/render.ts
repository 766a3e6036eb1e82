/** A tracking page made, or found made: who asks for the same within the minute costs no rendering. */
import { SCRIPT } from '../../pages/assets/script.ts'
import { STYLE } from '../../pages/assets/style.ts'
import { renderTracking } from '../../pages/tracking/page.tsx'
import type { Scope } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import { fingerprint, utf8 } from '../lib/bytes.ts'
import { MINUTE, now } from '../lib/clock.ts'
import { pathOf } from '../order/links.ts'
import type { AccountStatus } from '../polling/stub.ts'
import type { Found } from './find.ts'
import { accountOf, accountStatuses, isCarrierDown, lookedAt } from './freshness.ts'
import type { Page } from './html.ts'
import { etagOf, policyFor } from './html.ts'
import { frameOf, lookupPath } from './site.ts'
import { trackingView } from './view.ts'
import { zoneOf } from './zone.ts'

/** What the link's grant lets its bearer see. */
export interface AccessLevel {
  readonly scope: Scope
  readonly grantExpired: boolean
}

type Statuses = ReadonlyMap<string, AccountStatus>

const MAX_PAGES = 300
const pages = new Map<string, Page>()

export async function renderPage(
  env: Env,
  request: Request,
  found: Found,
  access: AccessLevel,
  onDefaultHost: boolean,
): Promise<Page> {
  const statuses = await accountStatuses(env, found.merchant, found.state)
  const key = keyOf(request, found, access, statuses)
  const known = pages.get(key)
  if (known) return known
  const page = await makePage(env, request, found, access, statuses, onDefaultHost)
  pages.set(key, page)
  const [oldest] = pages.keys()
  if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest)
  return page
}

/** Everything a page is made of. The URL says host, order, grant and language; the minute, what is past. */
function keyOf(
  request: Request,
  { state, merchant, fromRecord }: Found,
  access: AccessLevel,
  statuses: Statuses,
): string {
  return JSON.stringify([
    request.url,
    request.headers.get('accept-language'),
    state.id,
    state.version,
    fromRecord,
    merchant,
    access,
    [...statuses],
    Math.floor(now() / MINUTE),
  ])
}

async function makePage(
  env: Env,
  request: Request,
  found: Found,
  { scope, grantExpired }: AccessLevel,
  statuses: Statuses,
  onDefaultHost: boolean,
): Promise<Page> {
  const { state, merchant } = found
  const { buyer, recipient } = state.placed
  const reader = scope === 'recipient' ? (recipient ?? buyer) : buyer
  const frame = frameOf(request, merchant, [reader.locale])
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
  const etag = await etagOf(
    ...[versionOf(env), await templates(), assets.brand, state.id],
    ...[state.shipments.map((shipment) => shipment.changed), withoutScans(view)],
  )
  const policy = await policyFor(assets)
  return { html: utf8(renderTracking({ ...view, etag }, assets)), etag, policy }
}

/** Scans are most of a view, and the version their shipment last changed at stands for them. */
const withoutScans = (view: ReturnType<typeof trackingView>) => ({
  ...view,
  shipments: view.shipments.map(({ scans: _, ...shipment }) => shipment),
})

/** Of this Worker, whose templates and words are part of every page; a local one may have none. */
const versionOf = ({ VERSION }: Partial<Env>): string => VERSION?.id ?? ''

/** Whether a fresh link could be mailed; whether to whom, the page does not say. */
const canMail = ({ state }: Found): boolean =>
  state.placed.buyer.contacts.some((contact) => contact.channel === 'email')

let made: Promise<string> | undefined

/** Of the inline texts all pages share. */
function templates(): Promise<string> {
  made ??= fingerprint(STYLE + SCRIPT)
  return made
}
