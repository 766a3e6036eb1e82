/** From what DHL sends to what we keep. Pure. */
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { readMoment } from '../time.ts'
import { comparable } from '../zones.ts'
import type { Division } from './codes/services.ts'
import { divisionOf } from './codes/services.ts'
import { problemOf } from './errors.ts'
import { factsOf } from './facts.ts'
import { meaningOf, ownCode } from './meaning.ts'
import { placeOf, zoneAt } from './place.ts'
import type { Answer, Event, Shipment } from './wire.ts'

const NOTHING_FOUND: CarrierProblem = {
  code: 'not_found',
  carrier_code: null,
  message: 'DHL answered without a shipment',
  tracking_number: null,
}

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'problem') return { reports: [], problems: [problemOf(answer)] }
  if (answer.shipments.length === 0) return { reports: [], problems: [NOTHING_FOUND] }
  const byNumber = Map.groupBy(answer.shipments, ({ id }) => id ?? '')
  return { reports: [...byNumber.values()].map(reportOf), problems: [] }
}

/** A shipment that several divisions know comes once from each. */
const reportOf = (shipments: readonly Shipment[]): Report =>
  shipments.map(shipmentReport).reduce(merged)

function shipmentReport(shipment: Shipment): Report {
  const division = divisionOf(shipment.service)
  const back = shipment.returnFlag === 'true'
  const events = eventsOf(shipment)
  const scans = comparable(events.map((event) => scanOf(event, division, back)))
  const zone = zoneAt(shipment.destination, division)
  return {
    tracking_number: shipment.id ?? '',
    whole: true,
    scans,
    ...factsOf(shipment, events, scans, zone),
  }
}

/** The status repeats the newest event, and is all there is where a division lists none. */
const eventsOf = ({ events, status }: Shipment): readonly Event[] =>
  events.length > 0 || status === null ? events : [status]

const scanOf = (event: Event, division: Division, back: boolean): Scan => {
  const zone = zoneAt(event.location, division)
  return {
    ...readMoment(event.timestamp, zone ? { zone } : {}),
    code: ownCode(event, division) ?? event.statusCode,
    text: event.description ?? event.status,
    ...placeOf(event.location),
    ...meaningOf(event, division, back),
  }
}

/** All scans, and the first of them that says a fact. */
const merged = (one: Report, other: Report): Report => ({
  ...one,
  scans: comparable([...one.scans, ...other.scans]),
  estimate: one.estimate ?? other.estimate,
  window: one.window ?? other.window,
  pickup: one.pickup ?? other.pickup,
  handover: one.handover ?? other.handover,
  legs: one.legs ?? other.legs,
})
