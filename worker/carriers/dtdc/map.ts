/** From what DTDC sends to what we keep. Pure. */
import { INDIA } from '../clocks.ts'
import type {
  CarrierErrorCode,
  CarrierProblem,
  HandedOver,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, newest } from '../facts.ts'
import { reasonInEnglish } from '../reasons.ts'
import type { Clock, Moment } from '../time.ts'
import { readDay, readMomentOf } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Action, Answer, Header, Refused, Tracked } from './wire.ts'

/** Source: "Response Status" in DTDC's documentation; the status is in the body. */
const STATUSES: Readonly<Record<string, CarrierErrorCode>> = {
  '206': 'invalid_number',
  '401': 'unauthorized',
  '403': 'unauthorized',
  '429': 'throttled',
  '500': 'down',
}

const NOT_FOUND = /no data found|not found|does not exist/i

export const readAnswer = (answer: Answer): Reading =>
  answer.kind === 'refused'
    ? { reports: [], problems: [problemOf(answer)] }
    : { reports: [reportOf(answer)], problems: [] }

const problemOf = ({ statusCode, words, number }: Refused): CarrierProblem => ({
  code: NOT_FOUND.test(words ?? '') ? 'not_found' : (STATUSES[statusCode ?? ''] ?? 'bad_answer'),
  carrier_code: statusCode,
  message: words?.slice(0, 200) ?? 'DTDC gave no message',
  tracking_number: number,
})

/** Beyond India partners carry the parcel, by clocks of their own. */
const clockOf = ({ strBookingType }: Header): Clock =>
  strBookingType?.toUpperCase() === 'INT' ? { order: 'dmy' } : INDIA

function reportOf({ trackHeader, trackDetails }: Tracked): Report {
  const clock = clockOf(trackHeader)
  const said = trackDetails.length > 0 ? trackDetails : headerOf(trackHeader)
  const scans = onTheWayBack(said.map((action) => scanOf(action, clock)))
  return {
    ...NO_FACTS,
    tracking_number: trackHeader.strShipmentNo,
    whole: true,
    scans,
    estimate: expected(scans, readDay(dashed(trackHeader.strExpectedDeliveryDate), clock)),
    handover: handedOver(said, scans),
  }
}

/** The status as an action, where there is none at all. */
const headerOf = (header: Header): readonly Action[] =>
  header.strStatus === null
    ? []
    : [
        {
          strCode: null,
          strAction: header.strStatus,
          strOrigin: null,
          strDestination: null,
          strActionDate: header.strStatusTransOn,
          strActionTime: header.strStatusTransTime,
          sTrRemarks: header.strRemarks,
          strRemarks: null,
        },
      ]

const remarksOf = ({ sTrRemarks, strRemarks }: Action): string | null => sTrRemarks ?? strRemarks

function scanOf(action: Action, clock: Clock): Scan {
  const remarks = remarksOf(action)
  const meaning = meaningOf(action.strCode, action.strAction)
  const isTrouble = meaning.milestone === 'attempt_failed' || meaning.reason === 'held'
  return {
    ...timeOf(action, clock),
    code: action.strCode,
    // Of a delivery the remark is who took it.
    text: isTrouble && remarks ? `${action.strAction}: ${remarks}` : action.strAction,
    location: action.strOrigin,
    // A branch's name, which may be a quarter's.
    city: null,
    milestone: meaning.milestone,
    reason: (isTrouble ? reasonInEnglish(remarks) : null) ?? meaning.reason,
  }
}

const timeOf = ({ strActionDate, strActionTime }: Action, clock: Clock): Moment =>
  readMomentOf(dashed(strActionDate), strActionTime, clock)

/** DDMMYYYY, which elsewhere begins with the year. */
const dashed = (date: string | null): string | null =>
  date?.replace(/^(\d{2})(\d{2})(\d{4})$/, '$1-$2-$3') ?? null

/** A consignment that goes back keeps number and codes: what comes after its return is the sender's. */
function onTheWayBack(scans: readonly Scan[]): readonly Scan[] {
  const turned = scans.findIndex(({ milestone }) => milestone === 'returning_to_sender')
  return scans.map((scan, index) =>
    turned < 0 || index <= turned ? scan : { ...scan, milestone: wayBack(scan.milestone) },
  )
}

function wayBack(milestone: Scan['milestone']): Scan['milestone'] {
  if (milestone === 'delivered' || milestone === 'returned_to_sender') return 'returned_to_sender'
  return milestone === null ? null : 'returning_to_sender'
}

function handedOver(said: readonly Action[], scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const [scan, action] = [scans[index], said[index]]
  const receiver = action && remarksOf(action)
  return scan && receiver ? { to: 'unknown', at: scan.at, signed_by: receiver, photo: null } : null
}
