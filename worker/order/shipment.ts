/** One shipment's part of the state: made from what the shop says, moved on by what carriers say. */
import type { ShipmentInput } from '../../schema/order-input.ts'
import type { CarrierErrorCode, Report } from '../../schema/report.ts'
import { isSame } from '../lib/same.ts'
import { currentFacts, mergeFacts } from './facts.ts'
import { fold } from './fold.ts'
import { mergeScans } from './scans.ts'
import { shipmentSituation } from './situation.ts'
import type { Leg, Shipment, ShipmentStatus } from './state.ts'
import { waitsLong } from './wheel.ts'

export const shipmentId = (
  input: Pick<ShipmentInput, 'id' | 'carrier' | 'tracking_number'>,
): string => input.id ?? `${input.carrier}:${input.tracking_number}`

/** `known`: this shipment as it was, whose scans stay with the numbers that reported them. */
export function shipmentFrom(
  input: ShipmentInput,
  since: number,
  known: Shipment | undefined,
): Shipment {
  const shop = {
    id: shipmentId(input),
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
  const before = known?.legs.find((leg) => isSameNumber(leg, input))
  const { digest, outcome, looked, pushed } = before ?? NEW
  return {
    carrier: input.carrier,
    tracking_number: input.tracking_number,
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
  /** Epoch milliseconds */
  readonly at: number
  readonly mapVersion: number
  /** Of the whole answer; a push keeps the digest of the last answer */
  readonly digest: string | null
  readonly result: { readonly report: Report } | { readonly problem: CarrierErrorCode }
}

/** The shipment after a look; the very same object where the look brought nothing new. */
export function afterLook(shipment: Shipment, look: Look): Shipment {
  const leg = shipment.legs[look.leg]
  if (!leg || (look.digest !== null && look.digest === leg.digest)) return shipment
  const news = 'report' in look.result ? told(shipment, look, look.result.report) : {}
  const isNews = !isSame({ ...shipment, ...news }, shipment)
  const missed = 'scans' in news && !isSame(news.scans, shipment.scans)
  const next = withStatus({
    ...shipment,
    ...news,
    legs: shipment.legs.with(look.leg, looked(leg, look, isNews, missed)),
  })
  return isSame(next, shipment) ? shipment : next
}

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
    looked: look.at,
  }
}

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
  const carrier = shipment.legs.at(-1)?.carrier ?? ''
  return {
    ...folded,
    condition,
    situation: shipmentSituation({ direction: shipment.direction, carrier }, folded, facts),
  }
}
