/**
 * Xpressbees' status codes. They say which way a parcel goes (RT-… and RTO…: back); why it was not
 * delivered is in the words.
 *
 * Sources: PP, IT, EX, OFD, DL, RT-IT, RT-DL from published answers of this form; the rest from
 * Xpressbees' own list for its older interface, as Indian shipping aggregators map it.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'
import { reasonInEnglish } from '../reasons.ts'

const CODES = codeTable([
  ['label_created', null, 'PP DRC PUC OFP'],
  ['label_created', 'not_ready', 'PND'],
  ['accepted', null, 'PUD PKD'],
  ['in_transit', null, 'IT RAD'],
  ['out_for_delivery', null, 'OFD'],
  // "Exception", "undelivered": the words say whether somebody was at the door.
  [null, 'carrier_exception', 'EX'],
  ['attempt_failed', null, 'UD'],
  ['delivered', null, 'DL DLVD'],
  ['returning_to_sender', null, 'RT-IT RT-OFD RTON RTO RTO-IT RAO RTU RTO-OFD'],
  ['returning_to_sender', 'investigation', 'RTO-STG'],
  ['returned_to_sender', null, 'RT-DL RTD'],
  [null, 'damaged', 'STD'],
  [null, 'investigation', 'STG'],
  ['ended', 'lost', 'LOST LT'],
  ['cancelled', null, 'CN'],
])

/** Codes under which the parcel goes to the customer and did not get there. */
const FAILED: ReadonlySet<string> = new Set(['EX', 'UD'])

/** Of those, the words of somebody who stood at the door. */
const AT_THE_DOOR: WordTable = [
  [
    /\b(?:customer|consignee|receiver|address|add|refus\w*|reject\w*|door|premises|office|residence|cod|entry)\b/i,
    'attempt_failed',
    null,
  ],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const known = code?.toUpperCase() ?? ''
  const byCode = CODES.get(known)
  if (!byCode) return sayInEnglish(words)
  if (!FAILED.has(known)) return plainly(byCode, words)
  return {
    milestone: meaningOfWords(AT_THE_DOOR, words)?.milestone ?? byCode.milestone,
    reason: reasonInEnglish(words) ?? byCode.reason,
  }
}
