/** From what Naqel sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Tracking } from './wire.ts'

/** Naqel's errors have words and no codes, and the words are not published: what they would be. */
const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/client|password|credential|unauthori[sz]ed|access denied|version/i, 'unauthorized'],
  [/not (?:found|exist)|no (?:data|record|tracking)/i, 'not_found'],
  [/(?:invalid|wrong|incorrect) (?:waybill|shipment|number)/i, 'invalid_number'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'fault') return { reports: [], problems: [problemOf(answer.words)] }
  const { activities } = answer
  const failed = activities.find(({ HasError }) => HasError)
  if (failed) return { reports: [], problems: [problemOf(failed.ErrorMessage)] }
  // A waybill nobody has seen yet has no activity.
  if (activities.length === 0) return { reports: [], problems: [nothingYet] }
  const tracking_number = activities.find(({ WaybillNo }) => WaybillNo)?.WaybillNo ?? ''
  return {
    reports: [{ ...NO_FACTS, tracking_number, whole: true, scans: activities.map(scanOf) }],
    problems: [],
  }
}

const nothingYet: CarrierProblem = {
  code: 'not_found',
  carrier_code: null,
  message: 'Naqel has no activity of this waybill',
  tracking_number: null,
}

const problemOf = (words: string | null): CarrierProblem => ({
  code: ERRORS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 'bad_answer',
  carrier_code: null,
  message: words?.slice(0, 200) ?? 'Naqel gave no message',
  tracking_number: null,
})

/** Clocks are the stations', which are in several countries: the zone is not said. */
const scanOf = ({ Date: time, EventCode, Activity, StationCode }: Tracking): Scan => ({
  ...readMoment(time),
  code: EventCode,
  text: Activity,
  location: StationCode,
  city: null,
  ...meaningOf(EventCode, Activity),
})
