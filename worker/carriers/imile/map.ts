/** From what iMile sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readMomentOf } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Order, Refused, Step } from './wire.ts'

/**
 * Codes of the answer, which comes with 200 whatever is in it. Source: 401, 407 and 408 from
 * integrations of Open API 1.3; the rest as HTTP has them.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '401': 'unauthorized',
  '403': 'unauthorized',
  '407': 'unauthorized',
  '408': 'unauthorized',
  '429': 'throttled',
  '500': 'down',
  '503': 'down',
}

/** Said under codes of many meanings: 402 is a missing token as well as any other missing field. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/token|\bsign\b|signature|customer ?id/i, 'unauthorized'],
  [/(?:not|no) (?:exist|found|data)|does not exist/i, 'not_found'],
  [/too (?:many|frequent)|limit/i, 'throttled'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refused') return { reports: [], problems: [problemOf(answer)] }
  return answer.orders.length > 0
    ? { reports: answer.orders.map(reportOf), problems: [] }
    : { reports: [], problems: [nothingYet] }
}

const nothingYet: CarrierProblem = {
  code: 'not_found',
  carrier_code: null,
  message: 'iMile has no such waybill',
  tracking_number: null,
}

const problemOf = ({ code, message }: Refused): CarrierProblem => ({
  code: CODES[code] ?? WORDS.find(([pattern]) => pattern.test(message ?? ''))?.[1] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'iMile gave no message',
  tracking_number: null,
})

function reportOf(order: Order): Report {
  const steps = order.locus.length > 0 ? order.locus : headerOf(order)
  return {
    ...NO_FACTS,
    tracking_number: order.billNo ?? order.waybillNo ?? order.expressNo ?? '',
    whole: true,
    scans: steps.map((step) => scanOf(step, order.timeZone)),
  }
}

/** The status as a step, where there is none at all. */
const headerOf = (order: Order): readonly Step[] =>
  order.latestStatus === null
    ? []
    : [{ ...order, locusDetailed: order.latestLocus, locusType: null }]

/** A step's clock is its own or the order's; without either it is local. */
const scanOf = (step: Step, zone: string | null): Scan => ({
  ...readMomentOf(step.latestStatusTime, step.timeZone ?? zone),
  code: step.latestStatus ?? step.locusType,
  text: step.locusDetailed ?? step.latestStatus,
  location: step.latestSite,
  // A station's name.
  city: null,
  ...meaningOf(step.latestStatus ?? step.locusType, step.locusDetailed),
})
