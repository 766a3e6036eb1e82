/** The addresses a shopper opens. A link never carries anything personal; a grant is a signed word. */
import { DAY, SECOND } from '../lib/clock.ts'
import type { Grant } from '../lib/id.ts'
import { writeGrant } from '../lib/id.ts'
import type { KeyRing } from '../lib/keys.ts'
import { isTerminal } from './fold.ts'
import { scanTime } from './scans.ts'
import type { OrderState } from './state.ts'

export interface LinkSettings {
  readonly defaultOrigin: URL
  readonly linkKeys: KeyRing
}

/** Of a merchant: its hostname for links, or null for the default host. */
export interface LinkHost {
  readonly primary_hostname: string | null
}

/** No grant outlives its order's record. */
const LONGEST_TERM = 400 * DAY

/** Where a merchant's pages are: its own hostname with the default origin's scheme and port, or the default host. */
export function originOf(
  settings: Pick<LinkSettings, 'defaultOrigin'>,
  merchant: LinkHost,
): string {
  const origin = new URL(settings.defaultOrigin)
  if (merchant.primary_hostname) origin.hostname = merchant.primary_hostname
  return origin.origin
}

export const pathOf = (id: string): string => `/o/${id}`

export interface Links {
  /** Progress only */
  readonly link: string
  /** What the buyer may see */
  readonly grant_link: string
  /** What a gift's recipient may see; null: not a gift */
  readonly recipient_link: string | null
}

/** The same on every call, so that a repeated request answers the same. */
export async function linksOf(
  settings: LinkSettings,
  merchant: LinkHost,
  state: OrderState,
): Promise<Links> {
  const link = originOf(settings, merchant) + pathOf(state.id)
  const granted = async (scope: Grant['scope']) =>
    `${link}?g=${await writeGrant(settings.linkKeys, state.id, grantFor(state, scope))}`
  return {
    link,
    grant_link: await granted('buyer'),
    recipient_link: state.placed.gift ? await granted('recipient') : null,
  }
}

const grantFor = (state: OrderState, scope: Grant['scope']): Grant => ({
  scope,
  epoch: state.epoch,
  expires: 0,
})

/** A link for the buyer of an order whose term is over, good until `until` (epoch milliseconds). */
export async function renewedLink(
  settings: LinkSettings,
  merchant: LinkHost,
  state: OrderState,
  until: number,
): Promise<string> {
  const grant = { ...grantFor(state, 'buyer'), expires: Math.floor(until / SECOND) }
  const link = originOf(settings, merchant) + pathOf(state.id)
  return `${link}?g=${await writeGrant(settings.linkKeys, state.id, grant)}`
}

/** Whether a grant still holds: not revoked, and not past its own date or, without one, the order's term. */
export function isInForce(
  grant: Grant,
  state: OrderState,
  grantDays: number,
  now: number,
): boolean {
  if (grant.epoch !== state.epoch) return false
  return now < (grant.expires > 0 ? grant.expires * SECOND : termOf(state, grantDays))
}

/** Some days after the last parcel's end; an order that never ends has a term too. */
function termOf(state: OrderState, grantDays: number): number {
  const ended = endOf(state)
  const longest = Date.parse(state.placed_at) + LONGEST_TERM
  return ended === null ? longest : Math.min(longest, ended + grantDays * DAY)
}

/** When the last parcel's journey ended, epoch milliseconds; null while one is under way. */
function endOf(state: OrderState): number | null {
  const { shipments } = state
  if (shipments.length === 0 || shipments.some(({ status }) => !isTerminal(status.milestone)))
    return null
  return Math.max(
    ...shipments.map((shipment) => scanTime(shipment.status.scanned ?? UNKNOWN) || shipment.since),
  )
}

const UNKNOWN = { at: null, local: null }
