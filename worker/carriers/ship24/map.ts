/** From what Ship24 sends to what we keep. Pure. */
import { courierOf, handedOver, meaningOf, orHeader } from '../aggregator.ts'
import type { CarrierProblem, Facts, Reading, Report, Scan } from '../contract.ts'
import { CarrierError, NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { NO_MOMENT, readMoment, readPoint } from '../time.ts'
import { WORDS } from './codes.ts'
import { COURIERS } from './couriers.ts'
import { problemOf, UNREGISTERED } from './errors.ts'
import type { Answer, Event, Item, Tracking } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') {
    return { reports: [], problems: answer.errors.map((error) => problemOf(error, null)) }
  }
  if (answer.kind === 'registered') return { reports: [], problems: answer.items.flatMap(refusals) }
  if (answer.kind === 'trackers') return { reports: answer.all.map(bareReport), problems: [] }
  return { reports: answer.all.map(reportOf), problems: answer.isEmpty ? [UNREGISTERED] : [] }
}

const bareReport = ({ trackingNumber }: { readonly trackingNumber: string }): Report => ({
  ...NO_FACTS,
  tracking_number: trackingNumber,
  whole: false,
  scans: [],
})

const refusals = ({ inputData, errors }: Item): readonly CarrierProblem[] =>
  errors.map((error) => problemOf(error, inputData.trackingNumber))

/** Numbers of a parcel with several are one shipment, with the events of all. */
function reportOf(tracking: Tracking): Report {
  const { shipment, events, metadata } = tracking
  const number = numberOf(tracking)
  const scans = orHeader(events.map(scanOf), headerOf(tracking))
  const { delivery } = shipment
  const due = delivery?.courierEstimatedDeliveryDate
  const [from, to] = due?.from || due?.to ? [due.from, due.to] : [delivery?.estimatedDeliveryDate]
  return {
    ...NO_FACTS,
    tracking_number: number,
    // A webhook call has the new events alone.
    whole: metadata === null,
    scans,
    estimate: expected(scans, readPoint(from ?? null), readPoint(to ?? from ?? null)),
    handover: handedOver(scans, delivery?.signedBy ?? null),
    legs: legsOf(number, tracking),
  }
}

function numberOf({ tracker, shipment, events }: Tracking): string {
  const [number] = [
    tracker?.trackingNumber,
    events[0]?.trackingNumber,
    shipment.trackingNumbers[0]?.tn,
  ].filter((said) => typeof said === 'string')
  if (number === undefined) throw new CarrierError('bad_answer', 'Ship24 sent no number')
  return number
}

function scanOf(event: Event): Scan {
  const { status: words, statusCode, statusMilestone } = event
  return {
    ...readMoment(event.occurrenceDatetime),
    code: statusCode,
    text: words,
    location: event.location,
    city: null,
    ...meaningOf(WORDS, [statusCode, statusMilestone], words),
  }
}

const headerOf = ({ shipment: { statusCode, statusMilestone } }: Tracking): Scan => ({
  ...NO_MOMENT,
  code: statusCode ?? statusMilestone,
  text: null,
  location: null,
  city: null,
  ...meaningOf(WORDS, [statusCode, statusMilestone], null),
})

function legsOf(own: string, { shipment, events }: Tracking): Facts['legs'] {
  const legs = shipment.trackingNumbers.flatMap(({ tn }) => {
    if (tn === null || tn === own) return []
    const { courierCode = null } = events.find((event) => event.eventTrackingNumber === tn) ?? {}
    return [{ carrier: courierOf(COURIERS, courierCode), tracking_number: tn }]
  })
  return legs.length > 0 ? legs : null
}
