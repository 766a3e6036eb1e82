/** From what TrackingMore sends to what we keep. Pure. */
import { courierOf, handedOver, meaningOf, orHeader } from '../aggregator.ts'
import type { Facts, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { readMoment, readPoint } from '../time.ts'
import { comparable, zoneOf } from '../zones.ts'
import { WORDS } from './codes.ts'
import { COURIERS } from './couriers.ts'
import { problemOf, UNREGISTERED } from './errors.ts'
import type { Answer, Event, Tracking } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.error, null)] }
  if (answer.kind === 'batch') {
    return { reports: [], problems: answer.refused.map((one) => problemOf(one, one.number)) }
  }
  return {
    reports: answer.all.map(reportOf),
    problems: answer.all.length === 0 ? [UNREGISTERED] : [],
  }
}

/** Where it comes from and where it goes are two carriers of one number, and one report. */
function reportOf(tracking: Tracking): Report {
  const infos = [tracking.origin_info, tracking.destination_info]
  const events = infos.flatMap((info) => info?.events ?? []).map(scanOf)
  const scans = orHeader(comparable(events), headerOf(tracking))
  return {
    ...NO_FACTS,
    tracking_number: tracking.tracking_number,
    whole: true,
    scans,
    estimate: expected(scans, readPoint(tracking.scheduled_delivery_date)),
    handover: handedOver(scans, tracking.signed_by),
    legs: legsOf(tracking),
  }
}

/** A wall clock is in the zone of its place, where that has one alone. */
function scanOf(event: Event): Scan {
  const { words, status, substatus, country, state } = event
  const zone = zoneOf(country, state)
  return {
    ...readMoment(event.date, zone === null ? {} : { zone }),
    code: substatus ?? status,
    text: words,
    location: event.location ?? place(event.parts).location,
    city: event.city,
    ...meaningOf(WORDS, [substatus, status], words),
  }
}

/** The latest status, with the words and the time of the latest event where it repeats them. */
function headerOf(tracking: Tracking): Scan {
  const { status, substatus } = tracking
  const words = tracking.latest_event ?? tracking.lastEvent
  return {
    ...readMoment(tracking.latest_checkpoint_time ?? tracking.lastUpdateTime),
    code: substatus ?? status,
    text: words,
    location: null,
    city: null,
    ...meaningOf(WORDS, [substatus, status], words),
  }
}

/** The number under which the last carrier has it, where it is another one. */
function legsOf(tracking: Tracking): Facts['legs'] {
  const { tracking_number: own, destination_track_number: onward, destination_info } = tracking
  if (onward === null || onward === own) return null
  const carrier = courierOf(COURIERS, destination_info?.courier ?? null)
  return [{ carrier, tracking_number: onward }]
}
