/** What DHL says beside the events. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver, newest } from '../facts.ts'
import { readDay, readPoint } from '../time.ts'
import type { Event, Shipment } from './wire.ts'

/** Into whose hands or what place, by DHL's words or a code that is words. First match. */
const PLACES: readonly (readonly [RegExp, Handover])[] = [
  [/neighbo|nachbar/i, 'neighbour'],
  [/mail_?box|letter ?box|briefkasten|pobox/i, 'mailbox'],
  [/locker|packstation|parcelstation/i, 'locker'],
  [
    /safe_?place|porch|door|car ?port|foyer|garage|ablageort|wunschort|preferred location/i,
    'safe_place',
  ],
  [/concierge|reception|front desk|empfang\b/i, 'reception'],
  [/service ?point|parcel ?shop|access_?point|\bPOP\b|filiale/i, 'pickup_point'],
  [/post office/i, 'post_office'],
  [/family member|famil/i, 'household'],
]

const SIGNED_BY = /\bsigned (?:for )?by:?\s+(.+)$/i

/** `scans` are those of `events`, in their order. */
export function factsOf(
  shipment: Shipment,
  events: readonly Event[],
  scans: readonly Scan[],
  zone: string | null,
): Facts {
  return {
    ...NO_FACTS,
    ...expectation(shipment, scans, zone),
    pickup: pickupOf(events, scans),
    handover: handedOver(shipment, events, scans),
    legs: legsOf(shipment),
  }
}

/** The frame is a window where it is one of hours; from midnight on it is a day. */
function expectation(
  { estimatedDeliveryTimeFrame: frame, estimatedTimeOfDelivery }: Shipment,
  scans: readonly Scan[],
  zone: string | null,
): Pick<Facts, 'estimate' | 'window'> {
  const [from, through] = [frame?.estimatedFrom ?? null, frame?.estimatedThrough ?? null]
  const [start, end] = [readPoint(from), readPoint(through)]
  const isWindow = start !== null && end !== null && /T(?!00:00)/.test(start) && end.includes('T')
  const day = readDay(estimatedTimeOfDelivery)
  return {
    estimate: expected(scans, readDay(from) ?? day, readDay(through) ?? day),
    window: isWindow && !isOver(scans) ? { from: start, to: end, zone } : null,
  }
}

/** The shop named by the newest event that places the parcel, where it waits there. */
function pickupOf(events: readonly Event[], scans: readonly Scan[]): Pickup | null {
  const index = newest(scans, ({ milestone }) => milestone !== null)
  const name = events[index]?.location?.servicePoint?.label ?? null
  if (scans[index]?.milestone !== 'ready_for_pickup' || name === null) return null
  return { name, address: scans[index].location, hours: null, until: null, code: null }
}

function handedOver(
  { details }: Shipment,
  events: readonly Event[],
  scans: readonly Scan[],
): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const [event, scan] = [events[index], scans[index]]
  if (!event || !scan) return null
  const words = [event.description, event.status].filter((said) => said !== null).join('. ')
  const person = details?.proofOfDelivery?.signed
  const full = [person?.givenName, person?.familyName].filter(Boolean).join(' ')
  return {
    to: PLACES.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown',
    at: scan.at,
    signed_by: full || (person?.name ?? SIGNED_BY.exec(event.description ?? '')?.[1] ?? null),
    photo: null,
  }
}

/** The number under which a partner brings it, as eCommerce gives it. */
function legsOf({ id, details }: Shipment): Facts['legs'] {
  const numbers = (details?.references ?? [])
    .filter(({ type }) => type === 'local-tracking-number')
    .flatMap(({ number }) => (number === null || number === id ? [] : [number]))
  return numbers.length > 0
    ? numbers.map((tracking_number) => ({ carrier: null, tracking_number }))
    : null
}
