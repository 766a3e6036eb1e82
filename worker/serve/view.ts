/**
 * An order's state as a page may show it, cut down to what the bearer of the link may see
 * (who sees what: the README of this folder). What is not theirs never reaches the template.
 */
import type { BrandView, Moment, ShipmentView, TrackingView } from '../../pages/tracking/view.ts'
import type { Facts } from '../../schema/report.ts'
import type { Locale, Scope } from '../../schema/vocabulary.ts'
import { NO_CARRIER, REASONS } from '../../schema/vocabulary.ts'
import { surelyOf } from '../carriers/detect.ts'
import { pageOf } from '../carriers/reached.ts'
import { findCarrier } from '../carriers/registry.ts'
import { toInstant } from '../lib/clock.ts'
import { firstZone, isZone, wallIn, wallOf } from '../lib/zone.ts'
import { currentFacts } from '../order/facts.ts'
import { isTerminal } from '../order/fold.ts'
import { isForeign } from '../order/scans.ts'
import type { KeptScan, Leg, OrderState, Shipment } from '../order/state.ts'
import { articleView, lineArticles, unshippedArticles } from './articles.ts'
import { destinationView } from './destination.ts'

/** How a page is asked for: by whom, in which language, when. */
export interface Asked {
  readonly scope: Scope
  readonly grantExpired: boolean
  readonly locale: Locale
  readonly digits: 'latn' | 'arab'
  /** The destination's, known to `Intl` */
  readonly zone: string
  /** Epoch milliseconds */
  readonly now: number
  readonly brand: BrandView
  readonly languages: TrackingView['languages']
  readonly lookup: string
  readonly freshLinkAction: string | null
  readonly asOf: string | null
  /** When a shipment was last looked at, epoch milliseconds; null: not known */
  readonly lookedAt: (shipment: Shipment) => number | null
  readonly carrierDown: (shipment: Shipment) => boolean
}

export function trackingView(state: OrderState, asked: Asked): Omit<TrackingView, 'etag'> {
  const { placed, milestones, status } = state
  const granted = asked.scope !== 'link'
  const today = todayOf(asked)
  return {
    locale: asked.locale,
    digits: asked.digits,
    zone: asked.zone,
    today,
    scope: asked.scope,
    grant_expired: asked.grantExpired,
    fresh_link_action: asked.freshLinkAction,
    brand: asked.brand,
    number: placed.number,
    state: status.state,
    condition: status.condition,
    situation: status.situation,
    headline_shipment: keyOf(state, status.shipment),
    placed_at: state.placed_at,
    confirmed_at: milestones.confirmed ?? null,
    packed_at: milestones.packed ?? null,
    cancelled_at: milestones.cancelled ?? null,
    promised: isLate(placed.promised?.to, today, asked.now) ? null : (placed.promised ?? null),
    payment: paymentView(state, asked.scope),
    destination: granted ? destinationView(placed, asked.locale) : null,
    unshipped: seesArticles(state, asked.scope)
      ? unshippedArticles(state).map((article) => articleView(article, asked.locale))
      : null,
    notes: granted ? placed.notes.filter((note) => note.public).map((note) => note.text) : [],
    shipments: state.shipments.map((shipment) => shipmentView(state, shipment, asked)),
    as_of: asked.asOf,
    languages: asked.languages,
    lookup: asked.lookup,
  }
}

const todayOf = ({ zone, now }: Asked): string => wallIn(zone, now).slice(0, 10)

/** A shipment's place in the order: its id may be its tracking number. */
function keyOf(state: OrderState, id: string | null): string | null {
  const index = state.shipments.findIndex((shipment) => shipment.id === id)
  return index < 0 ? null : String(index + 1)
}

/** A promise that was not kept is not repeated. A day lasts to its end at the destination. */
function isLate(promised: string | undefined, today: string, now: number): boolean {
  if (promised === undefined) return false
  return promised.length > 10 ? Date.parse(promised) < now : promised < today
}

function paymentView(state: OrderState, scope: Scope): TrackingView['payment'] {
  if (scope !== 'buyer') return null
  const { payment, currency } = state.placed
  return {
    status: payment.status,
    amount: 'amount' in payment ? payment.amount : null,
    currency,
    url: 'url' in payment ? (payment.url ?? null) : null,
  }
}

/** A gift's recipient sees what it is only where the giver allows it. */
function seesArticles(state: OrderState, scope: Scope): boolean {
  if (scope === 'buyer') return true
  return scope === 'recipient' && (state.placed.gift?.show_articles ?? true)
}

function shipmentView(state: OrderState, shipment: Shipment, asked: Asked): ShipmentView {
  const { milestone, condition, situation, reason, delivered, scanned } = shipment.status
  const granted = asked.scope !== 'link'
  const leg = shipment.legs.at(-1)
  const number = leg?.tracking_number ?? ''
  const carrier = findCarrier(leg?.carrier ?? '')
  const looked = asked.lookedAt(shipment)
  const facts = currentFacts(shipment.facts)
  return {
    key: String(state.shipments.indexOf(shipment) + 1),
    direction: shipment.direction,
    carrier: carrier?.name ?? (leg ? nameOf(leg) : ''),
    carrier_url: granted ? pageOf(leg?.carrier ?? '', number) : null,
    tracking_number: { text: granted ? number : endOf(number), whole: granted },
    milestone,
    condition,
    situation,
    reason,
    party: reason ? REASONS[reason].party : null,
    action: reason ? REASONS[reason].action : 'none',
    ...shownFacts(facts, shipment, asked),
    delivered: milestone === 'delivered' ? delivered : null,
    freshness: {
      scanned: moment(scanned),
      looked_at: looked === null ? null : toInstant(looked),
      carrier_down: asked.carrierDown(shipment),
    },
    scans: shownScans(shipment).map((scan) => scanView(scan, granted)),
    truncated: shipment.truncated,
    articles: seesArticles(state, asked.scope)
      ? lineArticles(state, shipment).map((article) => articleView(article, asked.locale))
      : null,
  }
}

/** The end of a number tells one's parcels apart; of a short one it would be too much of it. */
const endOf = (number: string): string => (number.length >= SHORT ? number.slice(-4) : '')
const SHORT = 8

/** Dates only while they can hold; what moves goods or names people only under a grant. */
function shownFacts(facts: Facts, shipment: Shipment, asked: Asked) {
  const granted = asked.scope !== 'link'
  const under = !isTerminal(shipment.status.milestone)
  const isAhead = (text: string) => wallOf(text, asked.zone).slice(0, 10) >= todayOf(asked)
  const isDelivered = shipment.status.milestone === 'delivered'
  const atPickup = shipment.status.milestone === 'ready_for_pickup'
  return {
    estimate: under && facts.estimate && isAhead(facts.estimate.to) ? facts.estimate : null,
    window: under && facts.window ? openWindow(facts.window, asked) : null,
    next_attempt:
      under && facts.next_attempt && isAhead(facts.next_attempt) ? facts.next_attempt : null,
    pickup: granted && atPickup ? facts.pickup : null,
    handover:
      isDelivered && facts.handover
        ? {
            to: facts.handover.to,
            signed_by: granted ? facts.handover.signed_by : null,
            photo: granted ? facts.handover.photo : null,
          }
        : null,
    payment_due: asked.scope === 'buyer' && under ? facts.payment_due : null,
  }
}

/** A delivery window counts from the morning of its day until it closes, by the clock it is given in. */
function openWindow(window: NonNullable<Facts['window']>, asked: Asked): Facts['window'] {
  const zone = firstZone(window.zone, asked.zone)
  const clock = wallIn(zone, asked.now)
  const [from, to] = [wallOf(window.from, zone), wallOf(window.to, zone)]
  const isRead = from !== '' && to !== ''
  const isOpen = isRead && from.slice(0, 10) <= clock && clock.slice(0, to.length) <= to
  return isOpen
    ? { ...window, zone: window.zone && isZone(window.zone) ? window.zone : null }
    : null
}

const shownScans = (shipment: Shipment): KeptScan[] =>
  shipment.scans.filter((scan) => !scan.withdrawn && !isForeign(scan, shipment.since)).toReversed()

const scanView = (scan: KeptScan, granted: boolean) => ({
  ...moment(scan),
  milestone: scan.milestone,
  reason: scan.reason,
  city: scan.city,
  text: granted ? scan.text : null,
})

function moment(scan: KeptScan): Moment
function moment(moment: Moment | null): Moment | null
function moment(given: Moment | null): Moment | null {
  return given && { at: given.at, local: given.local }
}

/** Where no carrier is known yet, the one that the number can only be of, if there is one. */
const nameOf = ({ carrier, tracking_number }: Leg): string =>
  carrier === NO_CARRIER ? (surelyOf(tracking_number) ?? '') : named(carrier)

/** A carrier we have no adapter for, by the id the shop gave: "royal_mail" is "Royal Mail". */
const named = (carrier: string): string =>
  carrier.replaceAll(/[_-]/g, ' ').replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
