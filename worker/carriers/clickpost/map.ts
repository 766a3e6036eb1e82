/** From what ClickPost sends to what we keep. Pure. */
import { handedOver, orHeader } from '../aggregator.ts'
import { meaningIn } from '../code-table.ts'
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { CarrierError, NO_FACTS } from '../contract.ts'
import { expected, newest } from '../facts.ts'
import { readDay } from '../time.ts'
import { meaningOf, NON_DELIVERY } from './codes.ts'
import { problemOf, unknown } from './errors.ts'
import { readTimestamp } from './time.ts'
import type { Answer, Push, Scanned, Shipment } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.error)] }
  if (answer.kind === 'registered') return { reports: [], problems: [] }
  if (answer.kind === 'push') return { reports: [pushReport(answer.push)], problems: [] }
  const entries = Object.entries(answer.shipments)
  const problems: readonly CarrierProblem[] =
    entries.length === 0
      ? [unknown(null)]
      : entries.flatMap(([waybill, shipment]) => (shipment ? [] : [unknown(waybill)]))
  return {
    reports: entries.flatMap(([waybill, shipment]) =>
      shipment ? [reportOf(waybill, shipment)] : [],
    ),
    problems,
  }
}

function reportOf(waybill: string, { scans: said, latest_status, additional }: Shipment): Report {
  const events = said.map(scanOf)
  const known = latest_status ? orHeader(events, scanOf(latest_status)) : events
  const scans = withReason(known, additional?.ndr?.ndr_bucket_code ?? null)
  return {
    ...NO_FACTS,
    tracking_number: waybill,
    whole: true,
    scans,
    estimate: expected(scans, readDay(additional?.courier_partner_edd ?? null)),
    handover: handedOver(scans),
  }
}

/** A return that a shopper asked for has no waybill yet: it is told of the parcel that was sent. */
function pushReport({ waybill, event, additional }: Push): Report {
  const number = waybill ?? additional?.forward_awb ?? null
  if (number === null || event === null) {
    throw new CarrierError('bad_answer', 'ClickPost called with no waybill or no event')
  }
  const scans = withReason([scanOf(event)], additional?.ndr_status_code ?? null)
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole: false,
    scans,
    estimate: expected(scans, readDay(additional?.courier_partner_edd ?? null)),
    handover: handedOver(scans),
  }
}

function scanOf(scan: Scanned): Scan {
  const words = scan.remark ?? scan.status
  return {
    ...readTimestamp(scan.timestamp),
    code: scan.clickpost_status_code,
    text: words,
    location: scan.location,
    city: null,
    ...meaningOf(scan.clickpost_status_code, scan.clickpost_status_description, words),
  }
}

/** Why the last attempt failed is said beside the scans. */
function withReason(scans: readonly Scan[], code: string | null): readonly Scan[] {
  const { reason } = meaningIn(NON_DELIVERY, code)
  const last = newest(scans, ({ milestone }) => milestone === 'attempt_failed')
  return scans.map((scan, index) => (index === last && reason ? { ...scan, reason } : scan))
}
