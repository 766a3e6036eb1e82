/** What USPS says beside the events. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay, readMomentOf } from '../time.ts'
import type { Event, Parcel } from './wire.ts'

/** Into whose hands or what place, by the words after "Delivered". Source: USPS's tracking statuses. */
const PLACES: readonly (readonly [RegExp, Handover])[] = [
  [/picked up at (post office|postal)/i, 'post_office'],
  [/mail ?box/i, 'mailbox'],
  [/front door|porch|garage|other location|side door|back door|patio/i, 'safe_place'],
  [/locker/i, 'locker'],
  [/neighbor/i, 'neighbour'],
  [/front desk|reception|mail ?room/i, 'reception'],
  [/p\.?o\.? box/i, 'post_office'],
  [/\bagent\b/i, 'agent'],
  [/left with individual|individual/i, 'recipient'],
]

/** `scans` are those of `events`, in their order: newest first. */
export function parcelFacts(
  parcel: Parcel,
  events: readonly Event[],
  scans: readonly Scan[],
): Facts {
  const said = { ...parcel, ...stated(parcel.deliveryDateExpectation) }
  const day =
    readDay(said.predictedDeliveryTimeStamp ?? said.predictedDeliveryDate) ??
    readDay(said.expectedDeliveryTimeStamp ?? said.expectedDeliveryDate) ??
    readDay(said.guaranteedDeliveryTimeStamp ?? said.guaranteedDeliveryDate)
  const estimate = expected(scans, day)
  const from = clockOn(day, said.predictedDeliveryWindowStartTime)
  const to = clockOn(day, said.predictedDeliveryWindowEndTime)
  return {
    ...NO_FACTS,
    estimate,
    window: estimate && from && to && from < to ? { from, to, zone: null } : null,
    pickup: pickupOf(parcel, events, scans),
    handover: handedOver(events, scans),
  }
}

/** Without what is null, so that it covers nothing. */
const stated = (said: Parcel['deliveryDateExpectation']): Partial<NonNullable<typeof said>> =>
  Object.fromEntries(Object.entries(said ?? {}).filter(([, value]) => value !== null))

/** A wall clock, given with its day or without. */
function clockOn(day: string | null, time: string | null): string | null {
  if (!time) return null
  const { local } = readMomentOf(/^\d{4}-/.test(time) ? null : day, time)
  return local?.includes('T') ? local : null
}

function pickupOf(
  { returnDateNotice }: Parcel,
  events: readonly Event[],
  scans: readonly Scan[],
): Pickup | null {
  const index = scans.findIndex(({ milestone }) => milestone !== null)
  const scan = scans[index]
  if (scan?.milestone !== 'ready_for_pickup') return null
  const until = readDay(returnDateNotice)
  return {
    name: events[index]?.firm ?? null,
    address: scan.location,
    hours: null,
    until,
    code: null,
  }
}

function handedOver(events: readonly Event[], scans: readonly Scan[]): HandedOver | null {
  const index = scans.findIndex(({ milestone }) => milestone === 'delivered')
  const scan = scans[index]
  if (!scan) return null
  return {
    to: PLACES.find(([pattern]) => pattern.test(scan.text ?? ''))?.[1] ?? 'unknown',
    at: scan.at,
    signed_by: events[index]?.name ?? null,
    photo: null,
  }
}
