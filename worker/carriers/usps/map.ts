/** From what USPS sends to what we keep. Pure. */
import type { Reading, Report, Scan } from '../contract.ts'
import { place } from '../facts.ts'
import type { Moment } from '../time.ts'
import { readMoment } from '../time.ts'
import { countryOf, zoneOf } from '../zones.ts'
import { problemOf } from './errors.ts'
import { parcelFacts } from './facts.ts'
import { meaningOf } from './meaning.ts'
import type { Answer, Event, Parcel } from './wire.ts'

export const readAnswer = (answer: Answer): Reading => ({
  reports: answer.flatMap((one) => ('parcel' in one ? [reportOf(one.parcel)] : [])),
  problems: answer.flatMap((one) => ('failure' in one ? [problemOf(one.failure)] : [])),
})

function reportOf(parcel: Parcel): Report {
  const events = eventsOf(parcel)
  const scans = events.map(scanOf)
  return {
    tracking_number: parcel.trackingNumber,
    whole: true,
    scans,
    ...parcelFacts(parcel, events, scans),
  }
}

/** Without events the status is read as one. */
function eventsOf({ trackingEvents, status }: Parcel): readonly Event[] {
  if (trackingEvents && trackingEvents.length > 0) return trackingEvents
  return status === null ? [] : [{ ...NOWHERE, eventType: status }]
}

const NOWHERE: Event = {
  eventType: null,
  eventCode: null,
  eventTimestamp: null,
  GMTTimestamp: null,
  GMTOffset: null,
  eventCity: null,
  eventState: null,
  eventZIP: null,
  eventCountry: null,
  firm: null,
  name: null,
}

/** "JACKSONVILLE FL DISTRIBUTION CENTER": a facility in the place of a city, and no state. */
const FACILITY = /^(.+) ([A-Z]{2}) (?:NETWORK |INTERNATIONAL )?DISTRIBUTION CENTER\b/i

function scanOf(event: Event): Scan {
  const [, town, state] = FACILITY.exec(event.eventCity ?? '') ?? []
  return {
    ...momentOf(event, event.eventState ?? state ?? null),
    code: event.eventCode,
    text: event.eventType,
    ...place(
      [event.eventCity, event.eventState, event.eventZIP, event.eventCountry],
      town ?? event.eventCity,
    ),
    ...meaningOf(event.eventCode, event.eventType),
  }
}

/** No country is the United States. An offset is given for most events, and never for a label. */
function momentOf(event: Event, state: string | null): Moment {
  const { eventTimestamp: written, GMTOffset, GMTTimestamp, eventCountry } = event
  const zone = zoneOf(eventCountry ? countryOf(eventCountry) : 'US', state)
  const plain = readMoment(written, zone ? { zone } : {})
  if (plain.at) return plain
  const exact = readMoment(`${written ?? ''}${GMTOffset ?? ''}`)
  if (exact.at) return exact
  return plain.local ? plain : readMoment(GMTTimestamp)
}
