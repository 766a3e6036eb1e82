/** From what InPost sends to what we keep. Pure. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Meaning } from '../code-table.ts'
import { meaningIn } from '../code-table.ts'
import type {
  CarrierErrorCode,
  CarrierProblem,
  HandedOver,
  Pickup,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { isOver, place } from '../facts.ts'
import { readMoment, readPoint } from '../time.ts'
import { STATUSES } from './codes.ts'
import { EVENTS } from './events.ts'
import type { Answer, Event, Tracked } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer)] }
  return { reports: answer.parcels.map(reportOf), problems: [] }
}

function reportOf(parcel: Tracked): Report {
  const scans = parcel.events.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: parcel.number,
    whole: parcel.whole,
    scans,
    pickup: pickupOf(parcel, scans),
    handover: handedOver(parcel, scans),
  }
}

/** InPost gives an offset everywhere, and no words: the code says it all. */
const scanOf = (event: Event): Scan => ({
  ...readMoment(event.time),
  code: event.code,
  text: null,
  ...place(event.place),
  ...meaningOf(event),
})

function meaningOf({ code, isReturn }: Event): Meaning {
  const meaning = EVENTS.get(code?.toUpperCase() ?? '') ?? meaningIn(STATUSES, lower(code))
  const isBack = isReturn && meaning.milestone === 'delivered'
  return isBack ? { ...meaning, milestone: 'returned_to_sender' } : meaning
}

const lower = (code: string | null): string | null => code?.toLowerCase() ?? null

/** The point is named from the beginning on: it is said once the parcel lies there. */
function pickupOf({ point, openCode, until }: Tracked, scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup') && !isOver(scans)
  if (!waits || (!point && openCode === null)) return null
  return {
    name: point?.name ?? null,
    address: point?.address.filter((part) => part !== null).join(', ') || null,
    hours: point?.hours ?? null,
    until: readPoint(until),
    code: openCode,
  }
}

/** Into whose hands, by the code of the delivery. Source: the titles of the events (`events.ts`). */
const HANDS: Readonly<Record<string, Handover>> = {
  'EOL.1002': 'pickup_point',
  'EOL.1003': 'safe_place',
  'EOL.1004': 'neighbour',
  'EOL.1005': 'recipient',
  'EOL.1008': 'mailbox',
  COLLECTED_BY_CUSTOMER: 'recipient',
}

function handedOver({ events }: Tracked, scans: readonly Scan[]): HandedOver | null {
  const index = scans.findIndex(({ milestone }) => milestone === 'delivered')
  const delivered = scans[index]
  if (!delivered) return null
  return {
    to: HANDS[delivered.code?.toUpperCase() ?? ''] ?? 'unknown',
    at: delivered.at,
    signed_by: events[index]?.receiver ?? null,
    photo: null,
  }
}

/** Source: "Errors" in ShipX' documentation; NOT_FOUND from the group's. */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  resource_not_found: 'not_found',
  not_found: 'not_found',
  '404': 'not_found',
  invalid_parameter: 'invalid_number',
  validation_failed: 'invalid_number',
  unauthorized: 'unauthorized',
  token_invalid: 'unauthorized',
  access_forbidden: 'unauthorized',
  forbidden: 'unauthorized',
  too_many_requests: 'throttled',
  internal_server_error: 'down',
  service_unavailable: 'down',
}

function problemOf({ code, words }: Answer & { kind: 'error' }): CarrierProblem {
  const key = code?.toLowerCase().replace(/\s+/g, '_') ?? ''
  return {
    code: ERRORS[key] ?? 'bad_answer',
    carrier_code: code,
    message: words?.slice(0, 200) ?? 'InPost gave no message',
    tracking_number: null,
  }
}
