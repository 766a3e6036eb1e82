/** From what Shippo sends to what we keep. Pure. */
import { handedOver, orHeader } from '../aggregator.ts'
import type { Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Event, Track } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.words)] }
  return { reports: answer.kind === 'track' ? [reportOf(answer.track)] : [], problems: [] }
}

/** `eta` is a day written as midnight UTC. */
function reportOf({ tracking_number, eta, tracking_status, tracking_history }: Track): Report {
  const events = tracking_history.map(scanOf)
  const scans = tracking_status ? orHeader(events, scanOf(tracking_status)) : events
  return {
    ...NO_FACTS,
    tracking_number,
    whole: true,
    scans,
    estimate: expected(scans, readDay(eta)),
    handover: handedOver(scans),
  }
}

function scanOf({ status, substatus, status_details, status_date, location: at }: Event): Scan {
  const code = substatus?.code ?? null
  return {
    ...readMoment(status_date),
    code,
    text: status_details,
    ...place([at?.city, at?.state, at?.zip, at?.country].map((part) => part ?? null)),
    ...meaningOf(status, code, status_details),
  }
}
