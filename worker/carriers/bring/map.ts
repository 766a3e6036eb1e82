/** From what Bring sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { place } from '../facts.ts'
import { readMoment } from '../time.ts'
import { ABOUT_WEBHOOKS, CODES } from './codes.ts'
import { problemOf } from './errors.ts'
import { packageFacts } from './facts.ts'
import type { Answer, Event, Package, Pushed, Shipment } from './wire.ts'

const NOTHING_FOUND: CarrierProblem = {
  code: 'not_found',
  carrier_code: null,
  message: 'Bring answered without a shipment',
  tracking_number: null,
}

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'failed') return { reports: [], problems: answer.failures.map(problemOf) }
  if (answer.kind === 'pushed') return { reports: pushedReports(answer.pushed), problems: [] }
  const { shipments } = answer
  if (shipments.length === 0) return { reports: [], problems: [NOTHING_FOUND] }
  return {
    reports: shipments.flatMap(reportsOf),
    problems: shipments.flatMap(({ error }) => (error ? [problemOf(error)] : [])),
  }
}

/** A report per package, and one of all of them under the number of a shipment that has several. */
function reportsOf({ consignmentId, packageSet = [] }: Shipment): Report[] {
  const reports = packageSet.map(reportOf)
  if (reports.length < 2 || consignmentId === null) return reports
  const scans = reports.flatMap((report) => report.scans)
  return [...reports, { ...NO_FACTS, tracking_number: consignmentId, whole: true, scans }]
}

function reportOf(one: Package): Report {
  const scans = one.eventSet.map(scanOf)
  return {
    tracking_number: one.packageNumber,
    whole: true,
    scans,
    ...packageFacts(one, scans),
  }
}

const scanOf = (event: Event): Scan => ({
  ...readMoment(event.dateIso),
  code: event.status,
  text: event.description?.replace(/<[^>]{1,500}>/g, '') ?? null,
  ...place([event.city, event.postalCode, event.countryCode]),
  ...meaningIn(CODES, event.status?.toUpperCase() ?? null),
})

/** A call is always in UTC, which is no clock of the place. */
function pushedReports(pushed: Pushed): Report[] {
  const number = pushed.package ?? pushed.shipment
  if (number === null || ABOUT_WEBHOOKS.has(pushed.status)) return []
  const scan = {
    ...readMoment(pushed.created),
    local: null,
    code: pushed.status,
    text: null,
    location: null,
    city: null,
    ...meaningIn(CODES, pushed.status.toUpperCase()),
  }
  return [{ ...NO_FACTS, tracking_number: number, whole: false, scans: [scan] }]
}
