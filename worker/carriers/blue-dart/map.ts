/** From what Blue Dart sends to what we keep. Pure. */
import { INDIA } from '../clocks.ts'
import type {
  CarrierErrorCode,
  CarrierProblem,
  Facts,
  HandedOver,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readEntries } from '../entries.ts'
import { expected, newest } from '../facts.ts'
import { readDay, readMomentOf } from '../time.ts'
import { meaningOf } from './meaning.ts'
import type { Answer, ScanDetail, Shipment, Unknown } from './wire.ts'
import { number, shipment } from './wire.ts'

/** Blue Dart has no codes for refusals. Source: words that integrations have met. */
const REFUSALS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/unauthori[sz]ed|forbidden|token|licen[cs]e|login|credential/i, 'unauthorized'],
  [/too many|quota|rate limit|throttl/i, 'throttled'],
  [/(?:incorrect|invalid) waybill|no information|not found/i, 'not_found'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refusal') return { reports: [], problems: [problemOf(answer.words)] }
  return readEntries(answer.entries, {
    carrier: 'Blue Dart',
    schema: shipment,
    number,
    map: (said) =>
      said.kind === 'unknown'
        ? { reports: [], problems: [unknownNumber(said)] }
        : { reports: [reportOf(said)], problems: [] },
  })
}

const unknownNumber = ({ WaybillNo, Status, StatusType }: Unknown): CarrierProblem => ({
  code: 'not_found',
  carrier_code: StatusType,
  message: Status?.slice(0, 200) ?? 'Blue Dart does not know this number',
  tracking_number: WaybillNo,
})

const problemOf = (words: string): CarrierProblem => ({
  code: REFUSALS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
  carrier_code: null,
  message: words.slice(0, 200),
  tracking_number: null,
})

function reportOf(given: Shipment): Report {
  const said = given.Scans.length > 0 ? given.Scans : header(given)
  const scans = said.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: given.WaybillNo,
    whole: true,
    scans,
    estimate: expected(scans, readDay(given.ExpectedDeliveryDate, INDIA)),
    handover: handedOver(scans, given.ReceivedBy),
    legs: onward(scans, given.NewWaybillNo),
  }
}

/** The status as a scan, where there is none at all. */
const header = (given: Shipment): readonly ScanDetail[] =>
  given.Status === null
    ? []
    : [
        {
          Scan: given.Status,
          ScanCode: null,
          ScanType: given.StatusType,
          ScanGroupType: null,
          ScanDate: given.StatusDate,
          ScanTime: given.StatusTime,
          ScannedLocation: null,
        },
      ]

const scanOf = (said: ScanDetail): Scan => ({
  ...readMomentOf(said.ScanDate, said.ScanTime, INDIA),
  code: [said.ScanGroupType, said.ScanCode].filter(Boolean).join('-') || said.ScanType,
  text: said.Scan,
  location: said.ScannedLocation,
  // A service centre's name, which may be a quarter's.
  city: null,
  ...meaningOf(said),
})

function handedOver(scans: readonly Scan[], receiver: string | null): HandedOver | null {
  const scan = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  return scan && receiver !== null
    ? { to: 'unknown', at: scan.at, signed_by: receiver, photo: null }
    : null
}

/** A parcel sent on under another number; one that goes back under another number is not the shopper's. */
const onward = (scans: readonly Scan[], fresh: string | null): Facts['legs'] =>
  fresh !== null && scans.some(({ reason }) => reason === 'forwarded')
    ? [{ carrier: 'blue-dart', tracking_number: fresh }]
    : null
