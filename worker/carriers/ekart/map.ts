/** From what Ekart sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { reasonInEnglish } from '../reasons.ts'
import { readDay, readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Event, Refused, Tracked } from './wire.ts'

const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not[ _]?found|no (?:shipment|data|record)|does not exist/i, 'not_found'],
  [/invalid (?:tracking|shipment|awb|id)/i, 'invalid_number'],
  [/unauthori[sz]ed|forbidden|token/i, 'unauthorized'],
  [/too many|rate limit|throttl/i, 'throttled'],
]

export const readAnswer = (answer: Answer): Reading =>
  answer.kind === 'tracked'
    ? { reports: [reportOf(answer)], problems: [] }
    : { reports: [], problems: [problemOf(answer)] }

function problemOf({ statusCode, code, message, description }: Refused): CarrierProblem {
  const words = [code, message, description].filter((part) => part !== null).join(': ')
  return {
    code: ERRORS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
    carrier_code: code ?? statusCode,
    message: words.slice(0, 200),
    tracking_number: null,
  }
}

function reportOf({ _id, track, edd }: Tracked): Report {
  const scans = (track.details.length > 0 ? track.details : [track]).map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: _id ?? '',
    whole: true,
    scans,
    estimate: expected(scans, readDay(inIndia(edd))),
  }
}

/** Milliseconds since 1970 on India's clocks, as `readMoment` reads them with their offset. */
const inIndia = (time: string | null): string | null =>
  time !== null && /^\d{13}$/.test(time) ? `/Date(${time}+0530)/` : time

function scanOf({ status, ctime, desc, location, ndrStatus }: Event): Scan {
  const meaning = meaningOf(status, desc)
  const failed = meaning.milestone === 'attempt_failed'
  return {
    ...readMoment(inIndia(ctime)),
    code: status,
    text: (failed ? ndrStatus : null) ?? desc ?? status,
    location,
    city: null,
    milestone: meaning.milestone,
    reason: (failed ? reasonInEnglish(ndrStatus ?? desc) : null) ?? meaning.reason,
  }
}
