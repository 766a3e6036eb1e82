/** From what Canada Post sends to what we keep. Pure. */
import type { Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readDay, readMomentOf } from '../time.ts'
import { problemOf } from './errors.ts'
import { detailFacts } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { zoneOf } from './time.ts'
import type { Answer, Detail, Occurrence, Summary } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'messages') return { reports: [], problems: answer.messages.map(problemOf) }
  if (answer.kind === 'summary')
    return { reports: answer.summaries.map(summaryReport), problems: [] }
  return { reports: [detailReport(answer.detail)], problems: [] }
}

function detailReport(detail: Detail): Report {
  const scans = detail['significant-events'].occurrence.map(occurrenceScan)
  return { tracking_number: detail.pin, whole: true, scans, ...detailFacts(detail, scans) }
}

function occurrenceScan(event: Occurrence): Scan {
  const place = [event['event-site'], event['event-province']].filter((part) => part !== null)
  const zone = zoneOf(event['event-time-zone'])
  return {
    ...readMomentOf(event['event-date'], event['event-time'], zone ? { zone } : {}),
    code: event['event-identifier'],
    text: event['event-description'],
    location: place.join(', ') || null,
    city: event['event-site'],
    ...meaningOf(event['event-identifier'], event['event-description']),
  }
}

/** The last event alone, under a type instead of an identifier: its words say what it is. */
function summaryReport(summary: Summary): Report {
  const [date = null, time = null] = summary['event-date-time']?.split(':') ?? []
  const day = readDay(summary['expected-delivery-date'])
  const over = readDay(summary['actual-delivery-date']) !== null
  const scan: Scan = {
    ...readMomentOf(date, time),
    code: summary['event-type'],
    text: summary['event-description'],
    location: summary['event-location'],
    city: summary['event-location'],
    ...meaningOf(null, summary['event-description']),
  }
  return {
    ...NO_FACTS,
    tracking_number: summary.pin,
    whole: false,
    scans: [scan],
    estimate: over || day === null ? null : { from: day, to: day },
  }
}
