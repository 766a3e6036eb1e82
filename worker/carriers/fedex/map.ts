/** From what FedEx sends to what we keep. Pure. */
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { readEntries } from '../entries.ts'
import { readMoment } from '../time.ts'
import { problemOf } from './errors.ts'
import { dateOf, placeOf, resultFacts } from './facts.ts'
import { codeOf, meaningOf } from './meaning.ts'
import type { Answer, Entry, Event, Result } from './wire.ts'
import { entry, entryNumber } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') {
    return { reports: [], problems: answer.errors.map((error) => problemOf(error, null)) }
  }
  return readEntries(answer.entries, {
    carrier: 'FedEx',
    schema: entry,
    number: entryNumber,
    map: (one) => readEntry(one, answer.whole),
  })
}

/** An error beside scans is a remark: FedEx's own sample of a parcel has one. */
function readEntry({ trackingNumber, trackResults }: Entry, whole: boolean): Reading {
  const number = trackingNumber ?? trackResults[0]?.trackingNumberInfo?.trackingNumber ?? null
  const readings = trackResults.flatMap((result) => {
    const events = eventsOf(result)
    return result.error && events.length === 0
      ? []
      : [{ result, scans: events.map(scanOf), events }]
  })
  const tracked = readings.filter(({ scans }) => scans.length > 0)
  const [latest = readings[0]] = tracked.sort((a, b) => newest(b.scans) - newest(a.scans))
  if (!latest || number === null || (tracked.length === 0 && readings.length > 1)) {
    return { reports: [], problems: [whyNot(trackResults, number)] }
  }
  const report: Report = {
    tracking_number: number,
    whole,
    scans: tracked.flatMap(({ scans }) => scans),
    ...resultFacts(latest.result, latest.events, latest.scans),
  }
  return { reports: [report], problems: [] }
}

function whyNot(results: readonly Result[], number: string | null): CarrierProblem {
  const error = results.find((result) => result.error)?.error
  if (error) return problemOf(error, number)
  if (number === null) return problemOf({ code: null, message: 'A parcel without number' }, null)
  // FedEx would want its own identifier of one of them.
  const message = 'Several parcels have this number, and nothing is said of any'
  return { code: 'invalid_number', carrier_code: null, message, tracking_number: number }
}

/** Without scans the status is read as one. */
function eventsOf(result: Result): readonly Event[] {
  const { scanEvents, latestStatusDetail: status } = result
  if (scanEvents && scanEvents.length > 0) return scanEvents
  if (!status) return []
  const event: Event = {
    date: status.code === 'DL' ? dateOf(result, 'ACTUAL_DELIVERY') : null,
    eventType: status.code,
    eventDescription: status.description,
    derivedStatusCode: status.derivedCode,
    exceptionDescription: status.ancillaryDetails[0]?.reasonDescription ?? null,
    scanLocation: status.scanLocation,
    delayDetail: status.delayDetail,
  }
  return [event]
}

const scanOf = (event: Event): Scan => ({
  ...readMoment(event.date),
  code: codeOf(event),
  text: wordsOf(event),
  ...placeOf(event.scanLocation),
  ...meaningOf(event),
})

/** "Delivery exception: Customer not available or business closed". */
const wordsOf = ({ eventDescription, exceptionDescription }: Event): string | null =>
  [...new Set([eventDescription, exceptionDescription])].filter(Boolean).join(': ') || null

const newest = (scans: readonly Scan[]): number =>
  Math.max(...scans.map(({ at, local }) => Date.parse(at ?? `${local}Z`) || 0))
