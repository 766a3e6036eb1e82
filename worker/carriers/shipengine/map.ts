/** From what ShipEngine sends to what we keep. Pure. */
import { handedOver, orHeader } from '../aggregator.ts'
import type { Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { NO_MOMENT, readDay, readMoment, readMomentOfTwo } from '../time.ts'
import { HANDS, meaningOf } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Event, Tracking } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') return { reports: [], problems: answer.errors.map(problemOf) }
  return { reports: answer.kind === 'tracking' ? [reportOf(answer.tracking)] : [], problems: [] }
}

function reportOf(tracking: Tracking): Report {
  const { tracking_number, events, estimated_delivery_date } = tracking
  const scans = orHeader(events.map(scanOf), headerOf(tracking))
  const signer = events.find((event) => event.signer !== null)?.signer ?? null
  return {
    ...NO_FACTS,
    tracking_number,
    whole: true,
    scans,
    estimate: expected(scans, readDay(estimated_delivery_date)),
    handover: handedOver(scans, signer, handsOf(events)),
  }
}

const codeOf = (event: Event): string | null => event.event_code ?? event.carrier_status_code

function scanOf(event: Event): Scan {
  const { city_locality, state_province, postal_code, country_code, description } = event
  return {
    ...readMomentOfTwo(event.occurred_at, event.carrier_occurred_at),
    code: codeOf(event) ?? event.status_detail_code ?? event.status_code,
    text: description,
    ...place([city_locality, state_province, postal_code, country_code]),
    ...meaningOf(event.status_detail_code, event.status_code, description),
  }
}

/** By the carrier's code, what the detail beside it says. */
const handsOf = (events: readonly Event[]) =>
  Object.fromEntries(
    events.flatMap((event) => {
      const to = HANDS[event.status_detail_code ?? '']
      return to ? [[codeOf(event) ?? event.status_detail_code, to]] : []
    }),
  )

function headerOf(tracking: Tracking): Scan {
  const { status_detail_code: detail, status_code: status } = tracking
  const words = tracking.carrier_status_description ?? tracking.status_description
  const meaning = meaningOf(detail, status, words)
  return {
    ...(meaning.milestone === 'delivered' ? readMoment(tracking.actual_delivery_date) : NO_MOMENT),
    code: detail ?? status,
    text: words,
    location: null,
    city: null,
    ...meaning,
  }
}
