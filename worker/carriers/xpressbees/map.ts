/** From what Xpressbees sends to what we keep. Pure. */
import { INDIA } from '../clocks.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Event } from './wire.ts'

/** Xpressbees has no codes for refusals. Source: words that integrations have met. */
const REFUSALS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/unauthori[sz]ed|token|login|credential|password|access denied/i, 'unauthorized'],
  [/too many|rate limit|throttl/i, 'throttled'],
  [/not found|no (?:record|data|shipment)|does not exist/i, 'not_found'],
  [/invalid (?:awb|tracking|shipment)/i, 'invalid_number'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refused') return { reports: [], problems: [problemOf(answer.words)] }
  const scans = answer.history.map(scanOf)
  const report: Report = {
    ...NO_FACTS,
    tracking_number: answer.awb_number,
    whole: true,
    scans: scans.length > 0 ? scans : headerOf(answer.status),
    estimate: expected(scans, readDay(answer.edd, INDIA)),
  }
  return { reports: [report], problems: [] }
}

const problemOf = (words: string): CarrierProblem => ({
  code: REFUSALS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
  carrier_code: null,
  message: words.slice(0, 200),
  tracking_number: null,
})

const scanOf = ({ status_code, location, event_time, message }: Event): Scan => ({
  ...readMoment(event_time, INDIA),
  code: status_code,
  text: message,
  location,
  // A centre's name, which may be a quarter's.
  city: null,
  ...meaningOf(status_code, message),
})

/** The status as a scan, where there is none at all and its words say something. */
function headerOf(status: string | null): readonly Scan[] {
  const scan = scanOf({ status_code: null, location: null, event_time: null, message: status })
  return scan.milestone === null ? [] : [scan]
}
