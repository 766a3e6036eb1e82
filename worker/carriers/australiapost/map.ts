/** From what Australia Post sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { NO_MOMENT, readDay, readMoment } from '../time.ts'
import type { Answer, Event, Failure, Result } from './wire.ts'
import { meaningOf } from './words.ts'

/**
 * Sources: ESB-10001, 51101 and API_002 recorded; the rest from "Error codes" of its Shipping and
 * Tracking API.
 */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  'ESB-10001': 'invalid_number',
  'ESB-10002': 'not_found',
  '51100': 'invalid_number',
  '51102': 'invalid_number',
  '51103': 'not_found',
  '40002': 'unauthorized',
  '41001': 'unauthorized',
  API_001: 'unauthorized',
  API_002: 'throttled',
  API_003: 'unauthorized',
  '50001': 'down',
}

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') {
    return { reports: [], problems: answer.errors.map((error) => problemOf(error, null)) }
  }
  const [known, unknown] = [
    answer.results.filter(({ articles }) => articles.length > 0),
    answer.results.filter(({ articles }) => articles.length === 0),
  ]
  return {
    reports: known.map(reportOf),
    problems: unknown.flatMap(({ errors, tracking_id }) =>
      errors.slice(0, 1).map((error) => problemOf(error, tracking_id)),
    ),
  }
}

/** The status repeats the last event: it is read only where there are no events. */
function reportOf({ tracking_id, status, articles }: Result): Report {
  const events = articles.flatMap((article) => article.events)
  const scans = events.length > 0 ? events.map(scanOf) : statusScan(status ?? articles[0]?.status)
  const day = articles.map((article) => readDay(article.estimated_delivery_date)).find(Boolean)
  return {
    ...NO_FACTS,
    tracking_number: tracking_id,
    whole: true,
    scans,
    estimate: expected(scans, day ?? null),
  }
}

const scanOf = ({ description, date, location }: Event): Scan => ({
  ...readMoment(date),
  code: null,
  text: description,
  location,
  city: cityOf(location),
  ...meaningOf(description),
})

const statusScan = (status: string | null | undefined): Scan[] =>
  status ? [{ ...scanOf({ description: status, date: null, location: null }), ...NO_MOMENT }] : []

/** A place is written `ALEXANDRIA NSW`, or `SYDNEY (AU)` abroad. */
const cityOf = (location: string | null): string | null =>
  location?.replace(/ (?:\([A-Z]{2}\)|ACT|NSW|NT|QLD|SA|TAS|VIC|WA)(?: \d{4})?$/, '') ?? null

const problemOf = ({ code, words }: Failure, number: string | null): CarrierProblem => ({
  code: ERRORS[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: words?.slice(0, 200) ?? 'Australia Post gave no message',
  tracking_number: number,
})
