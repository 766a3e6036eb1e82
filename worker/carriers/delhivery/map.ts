/** From what Delhivery sends to what we keep. Pure. */
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { readMoment } from '../time.ts'
import { codeOf } from './errors.ts'
import { shipmentFacts } from './facts.ts'
import { meaningOf } from './status.ts'
import { CLOCK } from './time.ts'
import type { Answer, ScanDetail, Shipment } from './wire.ts'
import { named, shipment } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.words)] }
  const readings = answer.entries.map(readEntry)
  const problems = readings.flatMap((one) => ('problem' in one ? [one.problem] : []))
  // One shipment of fifty that cannot be read is its own trouble; all of them are Delhivery's.
  if (problems.length > 0 && problems.length === readings.length) {
    throw new CarrierError('bad_answer', 'No shipment has the structure Delhivery sends')
  }
  return { reports: readings.flatMap((one) => ('report' in one ? [one.report] : [])), problems }
}

function readEntry(entry: unknown): { report: Report } | { problem: CarrierProblem } {
  const parsed = shipment.safeParse((entry as { Shipment?: unknown }).Shipment)
  if (parsed.success) return { report: shipmentReport(parsed.data) }
  const whose = named.safeParse(entry)
  return {
    problem: {
      code: 'bad_answer',
      carrier_code: null,
      message: 'The shipment has not the structure Delhivery sends',
      tracking_number: whose.success ? whose.data.Shipment.AWB : null,
    },
  }
}

function shipmentReport(given: Shipment): Report {
  const scans = given.Scans.map(scanOf)
  return { tracking_number: given.AWB, whole: true, scans, ...shipmentFacts(given, scans) }
}

/** A facility is written `City_Quarter_Kind (State)`. */
const CITY = /^[^_(]+/

function scanOf(scan: ScanDetail): Scan {
  return {
    ...readMoment(scan.ScanDateTime, CLOCK),
    code: scan.StatusCode,
    text: scan.Instructions,
    location: scan.ScannedLocation,
    city: CITY.exec(scan.ScannedLocation ?? '')?.[0].trim() || null,
    ...meaningOf(scan.ScanType, scan.Scan, scan.StatusCode),
  }
}

const problemOf = (words: string): CarrierProblem => ({
  code: codeOf(words),
  carrier_code: null,
  message: words.slice(0, 200),
  tracking_number: null,
})
