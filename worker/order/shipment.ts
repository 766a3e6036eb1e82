/** One shipment's part of the state: made from what the shop says, moved on by what carriers say. */
import type { ShipmentInput } from '../../schema/order-input.ts'
import type { Report } from '../../schema/report.ts'
import { NO_CARRIER } from '../../schema/vocabulary.ts'
import { isSame } from '../lib/same.ts'
import { currentFacts, mergeFacts } from './facts.ts'
import { fold } from './fold.ts'
import { mergeScans } from './scans.ts'
import { shipmentSituation } from './situation.ts'
import type { Leg, Outcome, Shipment, ShipmentStatus } from './state.ts'
import { isTracked, waitsLong } from './wheel.ts'

export const shipmentId = (
  input: Pick<ShipmentInput, 'id' | 'carrier' | 'tracking_number'>,
): string => input.id ?? madeUpId(input.carrier, input.tracking_number)

const madeUpId = (carrier: string | undefined, number: string): string =>
  carrier ? `${carrier}:${number}` : number

/**
 * The shipment a shop speaks of: the one of that id. Where ids are made up by us, the one of that
 * number too, if it came once without a carrier, or comes without one now.
 */
export function knownAs(
  input: Pick<ShipmentInput, 'id' | 'carrier' | 'tracking_number'>,
  shipments: readonly Shipment[],
): Shipment | undefined {
  const number = input.tracking_number
  const named = shipments.find(({ id }) => id === shipmentId(input))
  if (named || input.id !== undefined) return named
  return shipments.find(({ id, legs: [first] }) => {
    if (first?.tracking_number !== number) return false
    return id === number || (!input.carrier && id === madeUpId(first.carrier, number))
  })
}

/** `known`: this shipment as it was, whose scans stay with the numbers that reported them. */
export function shipmentFrom(
  input: ShipmentInput,
  since: number,
  known: Shipment | undefined,
): Shipment {
  const shop = {
    id: known?.id ?? shipmentId(input),
    direction: input.direction,
    service: input.service ?? null,
    lines: input.lines,
    replaces: input.replaces ?? null,
    since: input.shipped_at ? Date.parse(input.shipped_at) : (known?.since ?? since),
    legs: [input, ...input.legs].map((leg) => legFrom(leg, known)),
  }
  const sameNumbers = known && isSame(numbers(known), numbers(shop))
  const carried = sameNumbers
    ? { scans: known.scans, truncated: known.truncated, facts: known.facts }
    : { scans: scansOf(known, shop.legs), truncated: known?.truncated ?? false, facts: {} }
  return withStatus({ ...shop, ...carried, changed: known?.changed ?? 0 })
}

const numbers = (shipment: Pick<Shipment, 'legs'>) =>
  shipment.legs.map(({ carrier, tracking_number }) => [carrier, tracking_number])

function legFrom(
  input: Pick<ShipmentInput, 'carrier' | 'tracking_number' | 'carrier_account'>,
  known: Shipment | undefined,
): Leg {
  const { tracking_number, carrier = carrierOf(tracking_number, known) } = input
  const before = known?.legs.find((leg) => isSameNumber(leg, { carrier, tracking_number }))
  const { digest, outcome, looked, pushed } = before ?? NEW
  return {
    carrier,
    tracking_number,
    account: input.carrier_account ?? null,
    digest,
    outcome,
    looked,
    ...(pushed && { pushed }),
  }
}

const NEW: Pick<Leg, 'digest' | 'outcome' | 'looked' | 'pushed'> = {
  digest: '',
  outcome: 'unknown',
  looked: null,
}

/** Whom a number that came without a carrier was found to be of. */
const carrierOf = (number: string, known: Shipment | undefined): string =>
  known?.legs.find((leg) => leg.tracking_number === number)?.carrier ?? NO_CARRIER

type Numbered = Pick<Leg, 'carrier' | 'tracking_number'>
const isSameNumber = (a: Numbered, b: Numbered): boolean =>
  a.carrier === b.carrier && a.tracking_number === b.tracking_number

/** Numbers nobody was asked about yet, and whose first turn is not near. */
export const unasked = (shipments: readonly Shipment[]): Leg[] =>
  shipments.flatMap(({ legs, status: { milestone } }) =>
    legs.filter((leg) => leg.looked === null && waitsLong({ ...leg, milestone })),
  )

/** The scans whose number is still among the legs, counted anew. */
function scansOf(known: Shipment | undefined, legs: readonly Leg[]): Shipment['scans'] {
  return (known?.scans ?? []).flatMap((scan) => {
    const before = known?.legs[scan.leg]
    const leg = legs.findIndex((candidate) => before && isSameNumber(candidate, before))
    return leg < 0 ? [] : [{ ...scan, leg }]
  })
}

/** What one look at a carrier, or one push from it, brought. */
export interface Look {
  readonly leg: number
  /** Who was asked, or pushed; absent: the leg's own */
  readonly carrier?: string
  /** Epoch milliseconds */
  readonly at: number
  readonly mapVersion: number
  /** Of the whole answer; a push keeps the digest of the last answer */
  readonly digest: string | null
  readonly result:
    | { readonly report: Report }
    | { readonly problem: Exclude<Outcome, 'unknown' | 'found'> }
}

/** The shipment after a look; the very same object where the look brought nothing new. */
export function afterLook(shipment: Shipment, look: Look): Shipment {
  const before = shipment.legs[look.leg]
  if (!before || isAnothers(before, look) || isSaidAgain(before, look)) return shipment
  const leg = knownTo(before, look)
  const legs = shipment.legs.with(look.leg, leg)
  const news = 'report' in look.result ? told({ ...shipment, legs }, look, look.result.report) : {}
  const isNews = !isSame({ ...shipment, ...news }, shipment)
  const missed = 'scans' in news && !isSame(news.scans, shipment.scans)
  const next = withStatus({
    ...shipment,
    ...news,
    legs: legs.with(look.leg, looked(leg, look, isNews, missed)),
  })
  return isSame(next, shipment) ? shipment : next
}

/** The word of a carrier that was asked once, but is not, or no longer, this number's. */
const isAnothers = (leg: Leg, { carrier }: Look): boolean =>
  carrier !== undefined && leg.carrier !== NO_CARRIER && leg.carrier !== carrier

/** Of a number without a carrier the time of the last look is kept as well: no account knows it. */
const isSaidAgain = (leg: Leg, { digest }: Look): boolean =>
  digest !== null && digest === leg.digest && leg.carrier !== NO_CARRIER

/** Who reports on a number that came without a carrier is asked alone from then on. */
const knownTo = (leg: Leg, { carrier = NO_CARRIER, result }: Look): Leg =>
  leg.carrier === NO_CARRIER && 'report' in result ? { ...leg, carrier } : leg

function told(shipment: Shipment, look: Look, report: Report) {
  const scans = report.scans.map((scan) => ({ ...scan, leg: look.leg, map: look.mapVersion }))
  return {
    ...mergeScans(shipment, scans, shipment.legs),
    facts: mergeFacts(shipment.facts, report, look.at),
  }
}

/**
 * A push says that the carrier pushes; a whole answer with scans that no push brought says that it
 * does not do so reliably, and the parcel is asked about as often as any other.
 */
function pushedAfter(leg: Leg, look: Look, missed: boolean): Leg {
  if (look.digest === null) return { ...leg, pushed: true }
  if (!missed) return leg
  const { pushed: _, ...asked } = leg
  return asked
}

/** The later look's outcome stays, whichever arrives first. */
function looked(leg: Leg, look: Look, isNews: boolean, missed: boolean): Leg {
  if (leg.looked !== null && leg.looked > look.at) return leg
  return {
    ...pushedAfter(leg, look, missed),
    // News that was pushed makes the next whole answer worth recording, even one known before.
    digest: look.digest ?? (isNews ? '' : leg.digest),
    outcome: 'problem' in look.result ? look.result.problem : 'found',
    looked: isUnaskable(look) ? leg.looked : look.at,
  }
}

const isUnaskable = ({ result }: Look): boolean =>
  'problem' in result && result.problem === 'unaskable'

function withStatus(shipment: Omit<Shipment, 'status'>): Shipment {
  return { ...shipment, status: statusOf(shipment) }
}

function statusOf(shipment: Omit<Shipment, 'status'>): ShipmentStatus {
  const folded = fold(shipment.scans, shipment.since)
  const facts = currentFacts(shipment.facts)
  const condition =
    shipment.direction === 'return' && folded.milestone !== 'ended' && !folded.reason
      ? 'on_track'
      : folded.condition
  const last = shipment.legs.at(-1)
  const asked = last !== undefined && isAsked(last)
  return {
    ...folded,
    condition,
    situation: shipmentSituation({ direction: shipment.direction, asked }, folded, facts),
  }
}

const isAsked = ({ carrier, outcome }: Leg): boolean =>
  carrier === NO_CARRIER ? outcome !== 'unaskable' : isTracked(carrier)
