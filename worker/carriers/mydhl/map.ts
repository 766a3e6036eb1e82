/** From what DHL Express sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { EXPRESS } from '../dhl-codes.ts'
import { expected, newest } from '../facts.ts'
import { NO_MOMENT, readDay, readMomentOf } from '../time.ts'
import { comparable } from '../zones.ts'
import { NOT_FOUND, STATUSES } from './codes.ts'
import { problemOf, problemsOf } from './errors.ts'
import { placeOf, zoneAt } from './place.ts'
import type { Answer, Event, Shipment } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind !== 'shipments') return { reports: [], problems: problemsOf(answer) }
  const found = answer.shipments.filter((shipment) => !notFound(shipment))
  const missing = answer.shipments.filter(notFound)
  return {
    reports: found.map(reportOf),
    problems: missing.map(({ status, shipmentTrackingNumber }) =>
      problemOf('404', status, shipmentTrackingNumber),
    ),
  }
}

const notFound = ({ events, status }: Shipment): boolean =>
  events.length === 0 && NOT_FOUND.test(status ?? '')

function reportOf(shipment: Shipment): Report {
  const events = eventsOf(shipment)
  const scans = events.length > 0 ? comparable(events.map(scanOf)) : statusScans(shipment)
  const day = readDay(shipment.estimatedDeliveryDate ?? shipment.estimatedTimeOfDelivery)
  return {
    ...NO_FACTS,
    tracking_number: shipment.shipmentTrackingNumber ?? '',
    whole: true,
    scans,
    estimate: expected(scans, day),
    handover: handedOver(events, scans),
  }
}

/** What happened to a single piece is kept where the shipment does not say the same. */
function eventsOf({ events, pieces }: Shipment): readonly Event[] {
  const all = [...events, ...pieces.flatMap((piece) => piece.events)]
  const byIdentity = new Map(all.filter(isReal).map((event) => [identityOf(event), event]))
  return [...byIdentity.values()]
}

/** DHL's specification fills its examples with the names of types. */
const isReal = ({ typeCode }: Event): boolean => typeCode !== 'string'

const areaOf = ({ serviceArea: [area] }: Event): string | null => area?.description ?? null

const identityOf = (event: Event): string =>
  JSON.stringify([event.date, event.time, event.typeCode, areaOf(event)])

function scanOf(event: Event): Scan {
  const area = areaOf(event)
  const zone = zoneAt(area)
  const time = [event.time, event.GMTOffset].filter(Boolean).join('')
  return {
    ...readMomentOf(event.date, time, zone ? { zone } : {}),
    code: event.typeCode,
    text: event.description,
    ...placeOf(area),
    ...meaningIn(EXPRESS, event.typeCode),
  }
}

/** The shipment's own status, where it is all there is. */
function statusScans({ status }: Shipment): readonly Scan[] {
  const code = status?.toLowerCase() ?? ''
  if (!STATUSES.has(code)) return []
  const meaning = meaningIn(STATUSES, code)
  return [{ ...NO_MOMENT, code, text: status, location: null, city: null, ...meaning }]
}

/** `Delivered : ALBY H`, `Delivered - Signed for by : J SMITH`. */
const SIGNED = /^delivered\s*[-:]\s*(?:signed for by\s*:?)?\s*(.*)$/i

function handedOver(events: readonly Event[], scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const [event, scan] = [events[index], scans[index]]
  if (!event || !scan) return null
  const named = SIGNED.exec(event.description ?? '')?.[1]
  return { to: 'unknown', at: scan.at, signed_by: event.signedBy ?? (named || null), photo: null }
}
