/** From what 17TRACK sends to what we keep. Pure. */
import { courierOf, handedOver, meaningOf, orHeader } from '../aggregator.ts'
import type { Facts, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import type { Moment } from '../time.ts'
import { NO_MOMENT, readMoment, readMomentOf, readPoint } from '../time.ts'
import { WORDS } from './codes.ts'
import { COURIERS } from './couriers.ts'
import { problemOf } from './errors.ts'
import type { Answer, Event, Found, Info } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') {
    return { reports: [], problems: answer.errors.map((error) => problemOf(error, null)) }
  }
  return {
    reports: answer.accepted.map(reportOf),
    problems: answer.rejected.map(({ number, error }) => problemOf(error, number)),
  }
}

/** Several carriers of one number are one report with all their scans. */
function reportOf({ number, info }: Found): Report {
  // A number that was just registered, or is no longer followed: nothing else is said.
  if (info === null) return { ...NO_FACTS, tracking_number: number, whole: false, scans: [] }
  const providers = info.tracking?.providers ?? []
  const events = providers.flatMap(({ events }) => events.map(scanOf))
  const scans = orHeader(events, headerOf(info))
  const due = info.time_metrics?.estimated_delivery_date
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole: true,
    scans,
    estimate: expected(scans, readPoint(due?.from ?? null), readPoint(due?.to ?? null)),
    handover: handedOver(scans),
    legs: legsOf(number, info),
  }
}

function scanOf(event: Event): Scan {
  const { address, description: words, stage, sub_status } = event
  const parts = [address?.city, address?.state, address?.postal_code, address?.country]
  const said = place(parts.map((part) => part ?? null))
  return {
    ...momentOf(event),
    code: sub_status ?? stage,
    text: words,
    location: event.location ?? said.location,
    city: said.city,
    ...meaningOf(WORDS, [sub_status, stage], words),
  }
}

const momentOf = ({ time_iso, time_utc, time_raw }: Event): Moment =>
  [
    readMoment(time_iso),
    readMoment(time_utc),
    readMomentOf(time_raw?.date ?? null, time_raw?.time ?? null),
  ].find(({ at, local }) => at ?? local) ?? NO_MOMENT

/** The latest status, at the time of the latest event. */
function headerOf({ latest_status, latest_event }: Info): Scan {
  const { status = null, sub_status = null, sub_status_descr = null } = latest_status ?? {}
  const scan = latest_event ? scanOf(latest_event) : null
  const words = scan?.text ?? sub_status_descr
  return {
    ...NO_MOMENT,
    location: null,
    city: null,
    ...scan,
    code: sub_status ?? status,
    text: words,
    ...meaningOf(WORDS, [sub_status, status], words),
  }
}

/** The number under which the last carrier has it, where it is another one. */
function legsOf(number: string, { misc_info }: Info): Facts['legs'] {
  const { local_number: onward = null, local_key = null } = misc_info ?? {}
  if (onward === null || onward === number) return null
  return [{ carrier: courierOf(COURIERS, local_key), tracking_number: onward }]
}
