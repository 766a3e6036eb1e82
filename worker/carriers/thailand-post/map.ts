/** From what Thailand Post sends to what we keep. Pure. */
import type { Meaning, WordTable } from '../code-table.ts'
import { meaningIn, meaningOfWords } from '../code-table.ts'
import type { CarrierErrorCode, HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import type { Clock } from '../time.ts'
import { readMoment } from '../time.ts'
import { CODES } from './codes.ts'
import type { Answer, Event } from './wire.ts'

const CLOCK: Clock = { order: 'dmy', zone: 'Asia/Bangkok', offset: '+07:00', ahead: 543 }

/** Words of a failure. Source: the developer guide; no error of it is recorded. */
const ERRORS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/token|unauthori[sz]ed|credential/i, 'unauthorized'],
  [/limit|too many/i, 'throttled'],
  [/not found|no data/i, 'not_found'],
  [/invalid.*(barcode|item)|barcode.*invalid/i, 'invalid_number'],
]

/** What the delivery's own words say, where they say more than the code. */
const WORDS: WordTable = [
  [/ส่งคืน|ผู้ส่ง/, 'returned_to_sender', null],
  [/ไม่มีผู้รับ|ผู้รับไม่อยู่|no one at home|not at home/i, 'attempt_failed', 'recipient_absent'],
  [/ปฏิเสธ|refused/i, 'attempt_failed', 'refused'],
  [/ย้าย|moved/i, 'attempt_failed', 'recipient_moved'],
  [/จ่าหน้าไม่ชัดเจน|address/i, 'attempt_failed', 'address_incomplete'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'failure') {
    const code = ERRORS.find(([pattern]) => pattern.test(answer.message))?.[1] ?? 'bad_answer'
    return { reports: [], problems: [problem(code, answer.message, null)] }
  }
  if (answer.kind === 'pushed') {
    const reports = answer.items.map((item) => reportOf(item.barcode, [item], false))
    return { reports, problems: [] }
  }
  const known = answer.items.filter(([, events]) => events.length > 0)
  const unknown = answer.items.filter(([, events]) => events.length === 0)
  const code = answer.spent ? 'throttled' : 'not_found'
  return {
    reports: known.map(([number, events]) => reportOf(number, events, true)),
    problems: unknown.map(([number]) => problem(code, 'Thailand Post has no events of it', number)),
  }
}

function reportOf(number: string, events: readonly Event[], whole: boolean): Report {
  const scans = events.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole,
    scans,
    handover: handedOver(events, scans),
  }
}

const scanOf = (event: Event): Scan => ({
  ...readMoment(event.status_date, CLOCK),
  code: event.status,
  text: [event.status_description, event.delivery_description].filter(Boolean).join(' — ') || null,
  location: [event.location, event.postcode].filter(Boolean).join(' ') || null,
  city: event.location,
  ...meaningOf(event),
})

/** `S` beside a delivery is success: another letter says that it failed, and its words why. */
function meaningOf({ status, delivery_status, delivery_description }: Event): Meaning {
  const byCode = meaningIn(CODES, status)
  const said = meaningOfWords(WORDS, delivery_description)
  if (byCode.milestone === 'attempt_failed') return said ?? byCode
  if (byCode.milestone !== 'delivered') return byCode
  if (said?.milestone === 'returned_to_sender') return said
  return delivery_status === null || delivery_status === 'S'
    ? byCode
    : (said ?? { milestone: 'attempt_failed', reason: null })
}

function handedOver(events: readonly Event[], scans: readonly Scan[]): HandedOver | null {
  const index = scans.findLastIndex(({ milestone }) => milestone === 'delivered')
  const event = events[index]
  if (!event) return null
  return {
    to: 'unknown',
    at: readMoment(event.delivery_datetime, CLOCK).at ?? scans[index]?.at ?? null,
    signed_by: event.receiver_name,
    photo: null,
  }
}

const problem = (code: CarrierErrorCode, message: string, tracking_number: string | null) => ({
  code,
  carrier_code: null,
  message: message.slice(0, 200),
  tracking_number,
})
