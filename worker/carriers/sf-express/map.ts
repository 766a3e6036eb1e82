/** From what SF sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import type { Clock } from '../time.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Route, RouteResponse } from './wire.ts'

/** China has one zone and no daylight saving. */
const CLOCK: Clock = { zone: 'Asia/Shanghai', offset: '+08:00' }

/** Source: the platform's result codes (`A10nn`) and the service's (`S0nnn`, `20nnn`). */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  A1001: 'unauthorized',
  A1002: 'bad_answer',
  A1003: 'unauthorized',
  A1004: 'unauthorized',
  A1005: 'unauthorized',
  A1006: 'unauthorized',
  A1007: 'throttled',
  A1008: 'down',
  A1009: 'unauthorized',
  A1010: 'unauthorized',
  A1011: 'unauthorized',
  A1099: 'down',
  S0001: 'unauthorized',
  S0002: 'invalid_number',
  S0003: 'down',
  '20011': 'invalid_number',
  '20012': 'not_found',
  '20035': 'not_found',
}

export function readAnswer({ code, words, parcels }: Answer): Reading {
  if (code !== null) return { reports: [], problems: [problem(ERRORS[code], code, words, null)] }
  const unknown = parcels.filter(({ routes }) => routes.length === 0)
  return {
    reports: parcels.filter(({ routes }) => routes.length > 0).map(reportOf),
    problems: unknown.map(({ mailNo }) => problem('not_found', null, 'No routes', mailNo)),
  }
}

const reportOf = ({ mailNo, routes }: RouteResponse): Report => ({
  ...NO_FACTS,
  tracking_number: mailNo,
  whole: true,
  scans: routes.map(scanOf),
})

const scanOf = ({ acceptTime, acceptAddress, opCode, remark }: Route): Scan => ({
  ...readMoment(acceptTime, CLOCK),
  code: opCode,
  text: remark,
  location: acceptAddress,
  city: acceptAddress,
  ...meaningOf(opCode, remark),
})

const problem = (
  code: CarrierErrorCode | undefined,
  carrier_code: string | null,
  words: string | null,
  tracking_number: string | null,
): CarrierProblem => ({
  code: code ?? 'bad_answer',
  carrier_code,
  message: words?.slice(0, 200) ?? 'SF Express gave no message',
  tracking_number,
})
