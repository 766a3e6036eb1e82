/**
 * SMSA's scan types.
 *
 * Source: "Status lookup" of its e-commerce API documentation; DL, OD and AF in its sample. What the
 * table does not know is read from the English words.
 */
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'

export const CODES = codeTable([
  ['label_created', null, 'DR NP'],
  ['accepted', null, 'PU OP'],
  ['in_transit', null, 'AF DF HOP HIP HOF DFH AFH AR DP TR CT IT'],
  ['in_transit', 'customs_hold', 'CU CH'],
  ['in_transit', null, 'CR'],
  ['out_for_delivery', null, 'OD'],
  ['delivered', null, 'DL POD'],
  ['attempt_failed', 'address_incomplete', 'DEX03 CBA'],
  ['attempt_failed', 'refused', 'DEX07'],
  ['attempt_failed', 'recipient_absent', 'DEX08 CNA'],
  ['attempt_failed', 'rescheduled', 'DEX01 CRD'],
  ['attempt_failed', 'business_closed', 'DEX93'],
  [null, 'held', 'OH HLD'],
  [null, 'damaged', 'DMG'],
  ['ended', 'lost', 'LST'],
  ['ready_for_pickup', null, 'RFC HAL'],
  ['returning_to_sender', null, 'RTS RT RTN'],
  ['returned_to_sender', null, 'RTD RTC'],
])

export function meaningOf(type: string | null, words: string | null): Meaning {
  const byType = CODES.get(type?.toUpperCase() ?? '')
  return byType ? plainly(byType, words) : sayInEnglish(words)
}
