/** What UPS says beside the scans. Dates and times are the destination's; UPS names no zone for them. */
import type { Facts, HandedOver, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverTo, signedBy } from './handover.ts'
import { readDay, readTime, wallClock } from './time.ts'
import type { Address, Alert, Parcel } from './wire.ts'

/** A rescheduled day replaces the scheduled one; DEL is no estimate, it is over. */
const ESTIMATES = ['RDD', 'SDD'] as const
const DELIVERED = 'DEL'

/** Types of `deliveryTime` that promise a time. EOD, end of day, promises no more than the day. */
const PROMISED_TIMES: ReadonlySet<string> = new Set(['EDW', 'CDW', 'IDW', 'CMT'])

/** Addresses that are a place to collect from, not where the parcel comes from or goes to. */
const PICKUP_ADDRESS = /ACCESS.?POINT|\bUAP\b|PICK.?UP|RETAIL/i

/** Kinds of onward number: who brings it. UPS leaves numbers of its own without a kind. */
const ONWARD: Readonly<Record<string, string>> = { USPS_PIC: 'usps' }
const OWN_NUMBER = /^1Z[0-9A-Z]{16}$/

/** `scans` as UPS orders them, newest first. */
export function parcelFacts(parcel: Parcel, scans: readonly Scan[]): Facts {
  const day = estimatedDay(parcel)
  const time = parcel.deliveryTime
  const promised = time !== null && PROMISED_TIMES.has(time.type ?? '')
  return {
    estimate: day === null ? null : { from: day, to: day },
    window: promised ? windowOf(day, time.startTime, time.endTime) : null,
    next_attempt: scans[0]?.milestone === 'attempt_failed' ? dayOf(parcel, 'RDD') : null,
    pickup: pickupOf(parcel),
    handover: handedOver(
      scans,
      parcel.deliveryInformation?.location ?? null,
      parcel.deliveryInformation?.receivedBy ?? null,
    ),
    payment_due: paymentDue(parcel),
    legs: legsOf(parcel),
  }
}

export function alertFacts(alert: Alert, scan: Scan): Facts {
  const day = readDay(alert.actualDeliveryDate) ? null : readDay(alert.scheduledDeliveryDate)
  return {
    ...NO_FACTS,
    estimate: day === null ? null : { from: day, to: day },
    window: windowOf(day, alert.deliveryStartTime, alert.deliveryEndTime),
    handover: handedOver([scan], null, alert.receivedBy),
  }
}

function estimatedDay(parcel: Parcel): string | null {
  if (dayOf(parcel, DELIVERED)) return null
  return ESTIMATES.map((type) => dayOf(parcel, type)).find((day) => day !== null) ?? null
}

const dayOf = (parcel: Parcel, type: string): string | null =>
  readDay(parcel.deliveryDate.find((entry) => entry.type === type)?.date ?? null)

/** A time alone is "by": its window begins with the day. */
function windowOf(day: string | null, start: string | null, end: string | null): Facts['window'] {
  const to = wallClock(day, end)
  const from = wallClock(day, readTime(start) ?? '00:00:00')
  return to && from && from <= to ? { from, to, zone: null } : null
}

function handedOver(
  scans: readonly Scan[],
  place: string | null,
  receiver: string | null,
): HandedOver | null {
  const delivered = scans.find((scan) => scan.milestone === 'delivered')
  if (!delivered || (place === null && receiver === null)) return null
  return { to: handoverTo(place), at: delivered.at, signed_by: signedBy(receiver), photo: null }
}

function pickupOf(parcel: Parcel): Facts['pickup'] {
  const until = readDay(parcel.accessPointInformation?.pickupByDate ?? null)
  const place = parcel.packageAddress.find((entry) => PICKUP_ADDRESS.test(entry.type ?? ''))
  if (!until && !place) return null
  return {
    name: place?.name ?? null,
    address: place?.address ? fullAddress(place.address) : null,
    hours: null,
    until,
    code: null,
  }
}

function paymentDue(parcel: Parcel): Facts['payment_due'] {
  const due = parcel.paymentInformation.find(
    ({ paid, amount }) => paid === 'false' && Number(amount ?? 0) > 0,
  )
  return due?.amount ? { amount: due.amount, currency: due.currency, url: null } : null
}

function legsOf(parcel: Parcel): Facts['legs'] {
  const legs = parcel.alternateTrackingNumber.flatMap(({ number, type }) => {
    if (number === null || number === parcel.trackingNumber) return []
    const carrier = type === null ? (OWN_NUMBER.test(number) ? 'ups' : null) : ONWARD[type]
    return carrier ? [{ carrier, tracking_number: number }] : []
  })
  return legs.length > 0 ? legs : null
}

/** City, state, postal code and country: what a scan may say of a place. */
export function placeOf(address: Address | null): string | null {
  if (!address) return null
  return joined([
    address.city,
    address.stateProvince,
    address.postalCode,
    address.countryCode ?? address.country,
  ])
}

const fullAddress = (address: Address): string | null =>
  joined([address.addressLine1, address.addressLine2, address.addressLine3, placeOf(address)])

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(', ') || null
