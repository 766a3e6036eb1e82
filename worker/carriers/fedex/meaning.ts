/**
 * What a scan means. FedEx says it three times: a type, a coarser code (`derivedStatusCode`: a van, a
 * hub and a counter are all "in transit"), and words. The type goes first, but for what ends a
 * journey or turns it: that stands where only the coarser code has it. An exception is what its words
 * say.
 */
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import type { Meaning } from '../code-table.ts'
import { meaningOfWords } from '../code-table.ts'
import { EVENTS, IS_EXCEPTION } from './codes.ts'
import type { Event } from './wire.ts'
import { EVENT_WORDS, EXCEPTION_WORDS, TO_SENDER } from './words.ts'

const UNKNOWN: Meaning = { milestone: null, reason: null }

const FIRM: ReadonlySet<Milestone | null> = new Set<Milestone>([
  'out_for_delivery',
  'ready_for_pickup',
  'delivered',
  'returning_to_sender',
  'cancelled',
])

/** `delayDetail.type`. Source: its values in FedEx's specification of the Track API. */
const DELAYS: Readonly<Record<string, Reason>> = {
  WEATHER: 'weather',
  CLEARANCE: 'customs_hold',
  OPERATIONAL: 'transport_delay',
  LOCAL: 'transport_delay',
  GENERAL: 'transport_delay',
}

const NO_DELAY: ReadonlySet<string> = new Set(['ON_TIME', 'EARLY'])

/** The code that says what a scan is. */
export function codeOf({ eventType, derivedStatusCode }: Event): string | null {
  const isFirm = (code: string | null) => FIRM.has(inTable(code)?.milestone ?? null)
  if (isFirm(derivedStatusCode) && !isFirm(eventType)) return derivedStatusCode
  return eventType ?? derivedStatusCode
}

const inTable = (code: string | null): Meaning | undefined => EVENTS.get(code?.toUpperCase() ?? '')

export function meaningOf(event: Event): Meaning {
  const type = codeOf(event)?.toUpperCase() ?? ''
  const meaning = placed(event, type)
  const said = meaningOfWords(EXCEPTION_WORDS, event.exceptionDescription)
  const late = delayOf(event)
  if (IS_EXCEPTION.has(type)) {
    return said ? exception(type, said) : { ...meaning, reason: late ?? meaning.reason }
  }
  if (meaning.milestone === 'delivered') return delivery(event, said?.reason ?? null)
  if (meaning.milestone === 'returning_to_sender')
    return { ...meaning, reason: said?.reason ?? null }
  return { ...meaning, reason: meaning.reason ?? late }
}

const placed = (event: Event, type: string): Meaning =>
  inTable(type) ??
  meaningOfWords(EVENT_WORDS, event.eventDescription) ??
  inTable(event.derivedStatusCode) ??
  UNKNOWN

/** Only what FedEx files as a delivery exception was an attempt. */
const exception = (type: string, said: Meaning): Meaning =>
  said.milestone === 'attempt_failed' && type !== 'DE' ? { ...said, milestone: null } : said

/** Delivered, though damaged; or delivered to the sender. */
function delivery(event: Event, said: Reason | null): Meaning {
  const words = `${event.eventDescription} ${event.exceptionDescription}`
  return {
    milestone: TO_SENDER.test(words) ? 'returned_to_sender' : 'delivered',
    reason: said === 'damaged' ? said : null,
  }
}

function delayOf({ delayDetail }: Event): Reason | null {
  if (NO_DELAY.has(delayDetail?.status ?? '')) return null
  return DELAYS[delayDetail?.type ?? ''] ?? null
}
