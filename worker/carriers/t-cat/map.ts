/** From what T-Cat sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import type { Clock } from '../time.ts'
import { readMoment } from '../time.ts'
import { CODES } from './codes.ts'
import type { Answer, Consignment, StatusSaid } from './wire.ts'

/** Taiwan has one zone, without daylight saving since 1979. */
const CLOCK: Clock = { zone: 'Asia/Taipei', offset: '+08:00' }

/**
 * What the words of a refusal mean. Source: the specification's limits and its "無貨態明細資訊", which is
 * what it says of parcels it has not fetched yet; E009 is a wrong customer or token.
 */
const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/無貨態|查無/, 'not_found'],
  [/E009|授權|契客代號|CustomerId|CustomerToken/i, 'unauthorized'],
  [/次數|頻率|小時|同時/, 'throttled'],
  [/託運單號.*(?:錯誤|不正確|格式)/, 'invalid_number'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refusal') return { reports: [], problems: [problemOf(answer.words)] }
  const all = answer.consignments.map((one) => ({ number: one.OBTNumber, said: statusesOf(one) }))
  return {
    reports: all.filter(({ said }) => said.length > 0).map(reportOf),
    problems: all
      .filter(({ said }) => said.length === 0)
      .map(({ number }) => ({ ...problemOf('無貨態明細資訊'), tracking_number: number })),
  }
}

/** The status beside an empty list is the only one there is. */
function statusesOf(consignment: Consignment): readonly StatusSaid[] {
  if (consignment.StatusList.length > 0) return consignment.StatusList
  return consignment.StatusId === null ? [] : [consignment]
}

const reportOf = ({ number, said }: { number: string; said: readonly StatusSaid[] }): Report => ({
  ...NO_FACTS,
  tracking_number: number,
  whole: true,
  scans: said.map(scanOf),
})

const scanOf = ({ StatusId, StatusName, CreateDateTime, StationName }: StatusSaid): Scan => ({
  ...readMoment(CreateDateTime, CLOCK),
  code: StatusId,
  text: StatusName,
  location: StationName,
  city: StationName,
  ...meaningIn(CODES, StatusId),
})

const problemOf = (words: string): CarrierProblem => ({
  code: ERRORS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
  carrier_code: /\bE\d{3}\b/.exec(words)?.[0] ?? null,
  message: words.slice(0, 200) || 'T-Cat gave no message',
  tracking_number: null,
})
