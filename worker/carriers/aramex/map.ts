/** From what Aramex sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readMoment } from '../time.ts'
import { countryOf, zoneOf } from '../zones.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Notification, Result, Update } from './wire.ts'

/** Source: ERR01 recorded; the words from "Error codes" of its tracking service's manual. */
const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/username|password|account|client ?info|credential|unauthori/i, 'unauthorized'],
  [/too many|limit/i, 'throttled'],
  [/invalid.*(?:waybill|shipment)/i, 'invalid_number'],
  [/not (?:found|exist)/i, 'not_found'],
  [/internal|try again/i, 'down'],
]

/** Numbers that do not exist stand beside those that do. */
export function readAnswer(answer: Answer): Reading {
  const known = answer.TrackingResults.filter(({ Value }) => Value.length > 0)
  const unknown = answer.NonExistingWaybills.map(unknownNumber)
  const said = answer.HasErrors ? answer.Notifications.map(problemOf) : []
  return {
    reports: known.map(reportOf),
    problems: [...unknown, ...(answer.HasErrors && said.length === 0 ? [FAILED] : said)],
  }
}

const reportOf = ({ Key, Value }: Result): Report => ({
  ...NO_FACTS,
  tracking_number: Key,
  whole: true,
  scans: Value.map(scanOf),
})

function scanOf(update: Update): Scan {
  const parts = (update.UpdateLocation ?? '').split(',').map((part) => part.trim())
  const [city = ''] = parts
  const zone = zoneOf(countryOf(parts.at(-1) ?? null))
  return {
    ...readMoment(update.UpdateDateTime, zone ? { zone } : {}),
    code: update.UpdateCode,
    text: update.UpdateDescription,
    location: update.UpdateLocation,
    city: city || null,
    ...meaningOf(update.UpdateCode, update.UpdateDescription, update.ProblemCode),
  }
}

const unknownNumber = (tracking_number: string): CarrierProblem => ({
  code: 'not_found',
  carrier_code: null,
  message: 'Aramex does not know this waybill',
  tracking_number,
})

const problemOf = ({ Code, Message }: Notification): CarrierProblem => ({
  code: ERRORS.find(([pattern]) => pattern.test(Message ?? ''))?.[1] ?? 'bad_answer',
  carrier_code: Code,
  message: Message?.slice(0, 200) ?? 'Aramex gave no message',
  tracking_number: null,
})

const FAILED = problemOf({ Code: null, Message: null })
