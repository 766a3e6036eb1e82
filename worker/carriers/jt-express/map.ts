/** From what J&T sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { place } from '../facts.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Detail, Waybill } from './wire.ts'

/** Source: the platforms' tables of codes. 999001030 is another thing in each country: its words say which. */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  145003010: 'unauthorized',
  145003012: 'unauthorized',
  145003030: 'unauthorized',
  145003031: 'unauthorized',
  145003051: 'unauthorized',
  145003052: 'unauthorized',
  145003071: 'unauthorized',
  145003080: 'unauthorized',
  145003040: 'down',
  145005000: 'down',
  145003064: 'not_found',
  145003100: 'invalid_number',
  999002000: 'not_found',
  999011010: 'unauthorized',
  999011020: 'unauthorized',
  999011030: 'unauthorized',
}

const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/no (?:order )?data|data not found|not exist|查不到|未找到/i, 'not_found'],
  [/password is wrong|signature|no interface permissions/i, 'unauthorized'],
  [/too (?:many|frequent)|frequency|rate limit/i, 'throttled'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'failure') {
    const { code, words } = answer
    const means = ERRORS[code] ?? WORDS.find(([pattern]) => pattern.test(words))?.[1]
    return { reports: [], problems: [problem(means, code, words, null)] }
  }
  return {
    reports: answer.waybills.filter(({ details }) => details.length > 0).map(reportOf),
    problems: answer.waybills
      .filter(({ details }) => details.length === 0)
      .map(({ billCode }) => problem('not_found', null, 'No scans', billCode)),
  }
}

const reportOf = ({ billCode, details }: Waybill): Report => ({
  ...NO_FACTS,
  tracking_number: billCode,
  whole: true,
  scans: details.map(scanOf),
})

const scanOf = (said: Detail): Scan => ({
  ...readMoment([said.scanTime, said.timeZone].filter(Boolean).join(' ')),
  code: said.scanTypeCode ?? said.scanTypeName ?? said.scanType,
  text: said.desc ?? said.scanTypeName ?? said.scanType,
  ...place(
    [said.scanNetworkName, said.scanNetworkCity, said.scanNetworkProvince],
    said.scanNetworkCity,
  ),
  ...meaningOf(said),
})

const problem = (
  code: CarrierErrorCode | undefined,
  carrier_code: string | null,
  words: string,
  tracking_number: string | null,
): CarrierProblem => ({
  code: code ?? 'bad_answer',
  carrier_code,
  message: words.slice(0, 200) || 'J&T Express gave no message',
  tracking_number,
})
