/** From what Sendle sends to what we keep. Pure. */
import type { Meaning } from '../code-table.ts'
import type { CarrierErrorCode, HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverInEnglish, plainly, sayInEnglish } from '../english.ts'
import { expected } from '../facts.ts'
import type { Moment } from '../time.ts'
import { readDay, readMoment } from '../time.ts'
import { TYPES } from './codes.ts'
import type { Answer, Event, Parcel } from './wire.ts'

/** Source: "Errors" in Sendle's API documentation; `not_found` and `payment_required` recorded. */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  not_found: 'not_found',
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  payment_required: 'unauthorized',
  account_suspended: 'unauthorized',
  unprocessable_entity: 'invalid_number',
  too_many_requests: 'throttled',
  internal_error: 'down',
  service_unavailable: 'down',
}

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'parcel') return { reports: [reportOf(answer.parcel)], problems: [] }
  const { error, error_description } = answer
  const problem = {
    code: ERRORS[error] ?? 'bad_answer',
    carrier_code: error,
    message: error_description?.slice(0, 200) ?? error,
    tracking_number: null,
  }
  return { reports: [], problems: [problem] }
}

/** The answer names no number: whoever asked knows it. */
function reportOf({ tracking_events: events, scheduling }: Parcel): Report {
  const scans = events.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: '',
    whole: true,
    scans,
    estimate: expected(
      scans,
      readDay(scheduling.estimated_delivery_date_minimum),
      readDay(scheduling.estimated_delivery_date_maximum),
    ),
    handover: handedOver(events, scans),
  }
}

function scanOf(event: Event): Scan {
  const location = event.location ?? event.origin_location
  return {
    ...momentOf(event),
    code: event.event_type,
    text: [event.description, event.reason].filter(Boolean).join(': ') || null,
    location,
    city: location,
    ...meaningOf(event),
  }
}

/** UTC; the time that is shown has the place's offset where Sendle knows it. */
function momentOf({ scan_time, display_time }: Event): Moment {
  const shown = readMoment(display_time)
  return shown.at !== null && shown.local !== null ? shown : readMoment(scan_time, { zone: 'UTC' })
}

/** On the van, in Sendle's words under `Info`. */
const LOADED = /\bloaded for delivery\b/i

function meaningOf({ event_type, description }: Event): Meaning {
  const byType = TYPES[event_type?.toLowerCase() ?? '']
  if (byType) return plainly(byType, description)
  if (LOADED.test(description ?? '')) return { milestone: 'out_for_delivery', reason: null }
  return sayInEnglish(description)
}

const SIGNED = /\bsigned for by ([^.]+)/i

function handedOver(events: readonly Event[], scans: readonly Scan[]): HandedOver | null {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const signed = events.map(({ description }) => SIGNED.exec(description ?? '')?.[1]?.trim())
  return {
    to: handoverInEnglish(delivered.text),
    at: delivered.at,
    signed_by: signed.find((name) => name !== undefined) ?? null,
    photo: null,
  }
}
