/** What FedEx says beside the scans. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { readDay, readPoint } from '../time.ts'
import type { Address, Event, Result } from './wire.ts'

/**
 * Into whose hands or what place, by FedEx's words and the names of its location types
 * (`RECEPTIONIST`, `SHIPPING_RECEIVING`). Source: recorded answers, and the specification's samples.
 */
const PLACES: readonly (readonly [RegExp, Handover])[] = [
  [/(front|back|rear|side) door|porch|garage|patio|deck|carport|release authorized/i, 'safe_place'],
  [/mail ?(box|slot)/i, 'mailbox'],
  [/locker|drop ?box/i, 'locker'],
  [/neighbo/i, 'neighbour'],
  [
    /recept|front.?desk|mail.?room|guard|security|concierge|leasing|apartment.?office/i,
    'reception',
  ],
  [/receiving|\bdock\b/i, 'reception'],
  [/fedex.?(office|location|onsite|station|facility)|ship.?(site|center)|retail/i, 'pickup_point'],
  [/post.?office|u\.?s\.? postal/i, 'post_office'],
  [/residen/i, 'household'],
]

/** What FedEx writes for a name where nobody signed. */
const NOBODY = /signature|not required|release|on file/i

/** Kinds of numbers under which a parcel goes on, and who brings it; null: a partner not named. */
const ONWARD: Readonly<Record<string, string | null>> = {
  RETURNED_TO_SHIPPER_TRACKING_NUMBER: 'fedex',
  REROUTE_TRACKING_NUMBER: 'fedex',
  PARTNER_CARRIER_NUMBER: null,
}

/** `scans` are those of `events`, in their order: newest first. */
export function resultFacts(
  result: Result,
  events: readonly Event[],
  scans: readonly Scan[],
): Facts {
  const { begins, ends } = result.estimatedDeliveryTimeWindow?.window ?? NO_WINDOW
  const day = readDay(
    dateOf(result, 'ESTIMATED_DELIVERY') ?? dateOf(result, 'APPOINTMENT_DELIVERY'),
  )
  const estimate = expected(scans, readDay(begins) ?? day, readDay(ends) ?? day)
  return {
    ...NO_FACTS,
    estimate,
    window: estimate && windowOf(begins, ends),
    next_attempt: scans[0]?.milestone === 'attempt_failed' ? (estimate?.from ?? null) : null,
    pickup: pickupOf(result, events, scans),
    handover: handedOver(result, events, scans),
    legs: legsOf(result),
  }
}

const NO_WINDOW = { begins: null, ends: null }

export const dateOf = (result: Result, type: string): string | null =>
  result.dateAndTimes.find((entry) => entry.type === type)?.dateTime ?? null

/** A window is within a day; a longer one is an estimate. */
function windowOf(begins: string | null, ends: string | null): Facts['window'] {
  const [from, to] = [readPoint(begins), readPoint(ends)]
  if (!from || !to || from.slice(0, 10) !== to.slice(0, 10) || from >= to) return null
  return { from, to, zone: null }
}

/** Where it waits: the place of the latest scan that places it, or the one FedEx holds it at. */
function pickupOf(
  { holdAtLocation }: Result,
  events: readonly Event[],
  scans: readonly Scan[],
): Pickup | null {
  const index = scans.findIndex(({ milestone }) => milestone !== null)
  if (scans[index]?.milestone !== 'ready_for_pickup') return null
  const held = holdAtLocation?.locationContactAndAddress ?? null
  const words = /pickup at ([^:]+):/i.exec(events[index]?.exceptionDescription ?? '')?.[1]
  return {
    name: held?.contact?.companyName ?? words ?? null,
    address: fullAddress(events[index]?.scanLocation ?? null) ?? fullAddress(held?.address ?? null),
    hours: null,
    until: null,
    code: null,
  }
}

function handedOver(
  { deliveryDetails }: Result,
  events: readonly Event[],
  scans: readonly Scan[],
): HandedOver | null {
  const index = scans.findIndex(({ milestone }) => milestone === 'delivered')
  const scan = scans[index]
  if (!scan) return null
  const name = deliveryDetails?.signedByName ?? deliveryDetails?.receivedByName ?? null
  const words = [
    events[index]?.exceptionDescription,
    deliveryDetails?.locationDescription,
    deliveryDetails?.locationType,
  ].join(' ')
  return {
    to: PLACES.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown',
    at: scan.at,
    signed_by: name !== null && !NOBODY.test(name) ? name : null,
    photo: null,
  }
}

function legsOf({ additionalTrackingInfo }: Result): Facts['legs'] {
  const numbers = additionalTrackingInfo?.packageIdentifiers ?? []
  const legs = numbers.flatMap(({ type, value }) =>
    value !== null && Object.hasOwn(ONWARD, type ?? '')
      ? [{ carrier: ONWARD[type ?? ''] ?? null, tracking_number: value }]
      : [],
  )
  return legs.length > 0 ? legs : null
}

/** City, state, postal code and country: what a scan may say of a place. */
export const placeOf = (address: Address): Pick<Scan, 'location' | 'city'> =>
  place([
    address?.city ?? null,
    address?.stateOrProvinceCode ?? null,
    address?.postalCode ?? null,
    address?.countryCode ?? null,
  ])

const fullAddress = (address: Address): string | null =>
  [...(address?.streetLines ?? []), placeOf(address).location].filter(Boolean).join(', ') || null
