/** From what Ninja Van sends to what we keep. Pure. */
import type { Handover } from '../../../schema/vocabulary.ts'
import { codeOfWords } from '../code-table.ts'
import type {
  CarrierErrorCode,
  CarrierProblem,
  HandedOver,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverInEnglish } from '../english.ts'
import { newest, place } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, EventSaid, Failure } from './wire.ts'

/** What the words of an error mean; its codes are not published. */
const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not found|does not exist|unknown (?:order|tracking)/i, 'not_found'],
  [/invalid tracking/i, 'invalid_number'],
  [/access token|unauthori[sz]ed|not authori[sz]ed|forbidden|invalid client/i, 'unauthorized'],
  [/too many|rate limit/i, 'throttled'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'failure') return { reports: [], problems: [problemOf(answer)] }
  if (answer.kind === 'pushed') {
    return { reports: [reportOf(answer.number, [answer.event], false)], problems: [] }
  }
  const seen = answer.parcels.filter(({ events }) => events.length > 0)
  const unseen = answer.parcels.filter(({ events }) => events.length === 0)
  return {
    reports: seen.map(({ tracking_number, events, is_full_history_available }) =>
      reportOf(tracking_number, events, is_full_history_available !== 'false'),
    ),
    problems: unseen.map(({ tracking_number }) => unknown(tracking_number)),
  }
}

function reportOf(number: string, events: readonly EventSaid[], whole: boolean): Report {
  const scans = events.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole,
    scans,
    handover: handedOver(events, scans),
    next_attempt: nextAttempt(events, scans),
  }
}

function scanOf(said: EventSaid): Scan {
  const hub =
    said.arrived_at_origin_hub_information ??
    said.arrived_at_transit_hub_information ??
    said.arrived_at_destination_hub_information ??
    said.in_transit_to_next_sorting_hub_information
  const why = said.delivery_exception?.failure_reason ?? said.pickup_exception?.failure_reason
  return {
    ...readMoment(said.timestamp),
    code: said.event ?? said.status,
    text: [said.event ?? said.status, why ?? said.comments].filter(Boolean).join(': ') || null,
    ...place([hub?.hub ?? null, hub?.city ?? null, hub?.country ?? null], hub?.city ?? null),
    ...meaningOf(said),
  }
}

const HANDS: Readonly<Record<string, Handover>> = {
  delivered_collected_by_customer: 'recipient',
  delivered_left_at_doorstep: 'safe_place',
  delivered_received_by_customer: 'recipient',
}

function handedOver(events: readonly EventSaid[], scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const [said, scan] = [events[index], scans[index]]
  if (!said || !scan) return null
  const signer = said.delivery_information?.proof?.signed_by ?? null
  const by = handoverInEnglish(signer?.relationship ?? null)
  const inSafePlace = said.delivery_information?.left_in_safe_place === 'true'
  const byEvent = HANDS[codeOfWords(said.event) ?? ''] ?? (inSafePlace ? 'safe_place' : 'unknown')
  return {
    to: by === 'unknown' ? byEvent : by,
    at: scan.at,
    signed_by: signer?.name ?? null,
    photo: null,
  }
}

/** The day a failed attempt was put off to, while nothing has come after it. */
function nextAttempt(events: readonly EventSaid[], scans: readonly Scan[]): string | null {
  const last = newest(scans, () => true)
  return scans[last]?.milestone === 'attempt_failed'
    ? readDay(events[last]?.delivery_exception?.rescheduled_date ?? null)
    : null
}

const unknown = (tracking_number: string): CarrierProblem => ({
  code: 'not_found',
  carrier_code: null,
  message: 'Ninja Van has no events of it',
  tracking_number,
})

const problemOf = ({ code, words }: Failure): CarrierProblem => ({
  code: ERRORS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
  carrier_code: code,
  message: words.slice(0, 200) || 'Ninja Van gave no message',
  tracking_number: null,
})
