/** From what SMSA sends to what we keep. Pure. */
import type { CarrierErrorCode, HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { newest } from '../facts.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Failure, ScanSaid, Shipment } from './wire.ts'

const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not ?found|no (?:data|record)|does not exist/i, 'not_found'],
  [/invalid (?:awb|tracking)/i, 'invalid_number'],
  [/api ?key|unauthori[sz]ed|access denied/i, 'unauthorized'],
  [/too many|quota|rate/i, 'throttled'],
]

export const readAnswer = (answer: Answer): Reading =>
  answer.kind === 'shipments'
    ? { reports: answer.shipments.map(reportOf), problems: [] }
    : { reports: [], problems: [problemOf(answer)] }

function reportOf({ AWB, Scans }: Shipment): Report {
  const scans = Scans.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: AWB,
    whole: true,
    scans,
    handover: handedOver(Scans, scans),
  }
}

const scanOf = (said: ScanSaid): Scan => ({
  ...readMoment([said.ScanDateTime, said.ScanTimeZone].filter(Boolean).join(' ')),
  code: said.ScanType,
  text: said.ScanDescription,
  location: said.City,
  city: said.City,
  ...meaningOf(said.ScanType, said.ScanDescription),
})

function handedOver(said: readonly ScanSaid[], scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const scan = scans[index]
  if (!scan) return null
  return { to: 'unknown', at: scan.at, signed_by: said[index]?.ReceivedBy ?? null, photo: null }
}

const problemOf = ({ status, words }: Failure) => ({
  code: ERRORS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? ('bad_answer' as const),
  carrier_code: status,
  message: words?.slice(0, 200) ?? 'SMSA Express gave no message',
  tracking_number: null,
})
