/** From what DHL Paket sends to what we keep. Pure. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, newest, place, withdrawn } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { comparable, countryOf, zoneOf } from '../zones.ts'
import { problemOf } from './errors.ts'
import { meaningOf } from './meaning.ts'
import type { Answer, Event, Parcel } from './wire.ts'

const FINE = '0'

export function readAnswer({ code, error, parcels }: Answer): Reading {
  const found = parcels.filter((parcel) => !hasFailed(parcel))
  const problems = parcels
    .filter(hasFailed)
    .map((parcel) => problemOf(parcel.error ?? code, parcel.words, parcel.number))
  const whole = code !== FINE && problems.length === 0 ? [problemOf(code, error, null)] : []
  return { reports: found.map(reportOf), problems: [...problems, ...whole] }
}

const hasFailed = ({ error, events }: Parcel): boolean =>
  (error ?? FINE) !== FINE && events.length === 0

function reportOf(parcel: Parcel): Report {
  const events = parcel.events.length > 0 ? parcel.events : [parcel.last]
  // "The previous event was deleted by driver".
  const deletes = (index: number) => events[index]?.ice === 'STORN'
  const scans = comparable(withdrawn(events.map(scanOf), deletes))
  return {
    ...NO_FACTS,
    tracking_number: parcel.number ?? '',
    whole: true,
    scans,
    estimate: expected(scans, readDay(parcel.wishedDay, { order: 'dmy' })),
    handover: handedOver(events, scans),
  }
}

/** Clocks are Germany's, or those of the country that is named. */
function scanOf(event: Event): Scan {
  const country = countryOf(event.country)
  const zone = event.country === null ? 'Europe/Berlin' : zoneOf(country)
  return {
    ...readMoment(event.timestamp, { order: 'dmy', ...(zone ? { zone } : {}) }),
    code: event.standard ?? event.ice,
    text: event.text,
    ...place([event.location, event.country], event.location),
    ...meaningOf(event),
  }
}

/** Into whose hands or what place, by the RIC of the delivery. Source: the words of `codes.ts`. */
const HANDS: readonly (readonly [Handover, string])[] = [
  ['household', 'FAMLY SPOUS'],
  ['neighbour', 'NGHBR'],
  ['agent', 'AGENT'],
  ['locker', 'ACCPK'],
  ['reception', 'PCKAD'],
  ['mailbox', 'PKBOX POBOX'],
  ['safe_place', 'SECPL WINPL'],
  ['pickup_point', 'SERPT'],
]

const BY_RIC: ReadonlyMap<string, Handover> = new Map(
  HANDS.flatMap(([to, codes]) => codes.split(' ').map((code) => [code, to] as const)),
)

function handedOver(events: readonly Event[], scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, (scan) => scan.milestone === 'delivered' && !scan.withdrawn)
  const [event, scan] = [events[index], scans[index]]
  if (!event || !scan) return null
  return { to: BY_RIC.get(event.ric ?? '') ?? 'unknown', at: scan.at, signed_by: null, photo: null }
}
