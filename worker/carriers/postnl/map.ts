/** From what PostNL sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { readMoment } from '../time.ts'
import { shipmentFacts } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { STATUSES } from './statuses.ts'
import { CLOCK } from './time.ts'
import type { Answer, Event, Message, Shipment, Status } from './wire.ts'

/** Beside a shipment a warning is a remark; without one it is the answer. */
export function readAnswer({ shipments, messages }: Answer): Reading {
  if (shipments.length === 0) return { reports: [], problems: messages.map(problemOf) }
  return { reports: shipments.map(reportOf), problems: [] }
}

function reportOf(shipment: Shipment): Report {
  const number = shipment.Barcode ?? shipment.MainBarcode
  if (number === null)
    throw new CarrierError('bad_answer', 'PostNL sent a shipment without a number')
  const scans =
    shipment.Event.length > 0 ? shipment.Event.map(eventScan) : statusesOf(shipment).map(statusScan)
  return { tracking_number: number, whole: true, scans, ...shipmentFacts(shipment, scans) }
}

/** PostNL names a place by a number that means nothing to a shopper: it is left out. */
const NOWHERE = { location: null, city: null }

const eventScan = ({ Code, Description, TimeStamp }: Event): Scan => ({
  ...readMoment(TimeStamp, CLOCK),
  code: Code,
  text: Description,
  ...NOWHERE,
  ...meaningOf(Code, Description),
})

const statusScan = ({ StatusCode, StatusDescription, TimeStamp }: Status): Scan => ({
  ...readMoment(TimeStamp, CLOCK),
  code: StatusCode,
  text: StatusDescription,
  ...NOWHERE,
  ...meaningIn(STATUSES, StatusCode?.replace(/^0+/, '') ?? null),
})

/** The current status is mostly the latest of the old ones. */
function statusesOf({ Status: current, OldStatus: old }: Shipment): readonly Status[] {
  const isKnown = old.some(
    ({ StatusCode, TimeStamp }) =>
      StatusCode === current?.StatusCode && TimeStamp === current?.TimeStamp,
  )
  return current && !isKnown ? [current, ...old] : old
}

/**
 * Sources: "No shipment found" from a recorded answer; "no barcode supplied" from PostNL's published
 * specification; the rest are the codes and words of its gateway, Apigee.
 */
const MEANINGS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/no shipments? found/i, 'not_found'],
  [/no barcode supplied|invalid barcode/i, 'invalid_number'],
  [/apikey|api key|oauth|access token|unauthori[sz]ed/i, 'unauthorized'],
  [/ratelimit|rate limit|quota|spike ?arrest|too many requests/i, 'throttled'],
  [/internal server error|timeout|unavailable/i, 'down'],
]

function problemOf({ code, words }: Message): CarrierProblem {
  const said = [code, words].filter((part) => part !== null).join(' ')
  return {
    code: MEANINGS.find(([pattern]) => pattern.test(said))?.[1] ?? 'bad_answer',
    carrier_code: code,
    message: words?.slice(0, 200) ?? 'PostNL gave no message',
    tracking_number: null,
  }
}
