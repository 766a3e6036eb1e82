/** From what EasyPost sends to what we keep. Pure. */
import { handedOver, orHeader } from '../aggregator.ts'
import type { Reading, Report, Scan } from '../contract.ts'
import { CarrierError, NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { NO_MOMENT, readDay, readMoment } from '../time.ts'
import { isKnown, meaningOf } from './codes.ts'
import { problemOf, UNREGISTERED } from './errors.ts'
import type { Answer, Event, Tracker } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.error)] }
  if (answer.kind === 'other') return { reports: [], problems: [] }
  const reports = answer.trackers.map(reportOf)
  return { reports, problems: reports.length === 0 ? [UNREGISTERED] : [] }
}

/** A tracker without a number of its own is about the number asked for. */
function reportOf(tracker: Tracker): Report {
  const number = tracker.tracking_code ?? tracker.id
  if (number === null) throw new CarrierError('bad_answer', 'EasyPost sent a tracker of no number')
  const scans = orHeader(tracker.tracking_details.map(scanOf), headerOf(tracker))
  const day = tracker.carrier_detail?.est_delivery_date_local ?? tracker.est_delivery_date
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole: true,
    scans,
    estimate: expected(scans, readDay(day)),
    handover: handedOver(scans, tracker.signed_by),
  }
}

/** The code is the carrier's own; a status of EasyPost's only where we do not know it. */
function scanOf(event: Event): Scan {
  const { status, status_detail: detail, tracking_location: at } = event
  const words = event.message ?? event.description
  return {
    ...readMoment(event.datetime),
    code: event.carrier_code ?? (isKnown(status) ? null : status),
    text: words,
    ...place([at?.city, at?.state, at?.zip, at?.country].map((part) => part ?? null)),
    ...meaningOf(status, detail, words),
  }
}

const headerOf = ({ status, status_detail }: Tracker): Scan => ({
  ...NO_MOMENT,
  code: status,
  text: null,
  location: null,
  city: null,
  ...meaningOf(status, status_detail, null),
})
