/**
 * Naqel's event codes; the words of an activity put them right and speak for those that are not here.
 *
 * Sources: 0 and 1 from an answer in the API documentation of OTO, which reaches Naqel; 5, 7, 100 to
 * 114 and 162 to 171 with Naqel's words from a public integration, which also takes 3, 9, 44, 120 to
 * 126, 221 and 226 for arrivals. Codes that it knows without words (customs, other) are not listed.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'
import { reasonInEnglish } from '../reasons.ts'

const CODES = codeTable([
  ['label_created', null, '0'],
  ['accepted', null, '1'],
  ['in_transit', null, '3 9 44 120 122 124 125 126 221 226'],
  ['out_for_delivery', null, '5'],
  ['delivered', null, '7'],
  ['attempt_failed', 'address_wrong', '100 101 102'],
  ['attempt_failed', 'recipient_moved', '103 104'],
  // 106 to 110, 171: refused for what was in it, for the amount, for its papers.
  ['attempt_failed', 'refused', '105 106 108 109 110 171'],
  ['attempt_failed', 'payment_due', '107'],
  ['attempt_failed', 'damaged', '111'],
  ['attempt_failed', 'investigation', '112'],
  ['cancelled', 'sender_request', '114'],
  ['attempt_failed', 'business_closed', '162'],
  ['attempt_failed', 'held', '163'],
  ['attempt_failed', 'rescheduled', '164'],
  ['attempt_failed', 'recipient_unreachable', '165 166 167'],
  ['attempt_failed', 'recipient_absent', '168'],
  ['attempt_failed', 'access_denied', '169'],
  [null, 'weather', '170'],
])

const WORDS: WordTable = [
  [/^delivery not attempted/i, null, 'transport_delay'],
  [/^delivery attempted\b/i, 'attempt_failed', null],
  [
    /\b(?:released|cleared) (?:from|by|through) customs|customs (?:clearance )?(?:completed|released|cleared)/i,
    'in_transit',
    null,
  ],
  [
    /\bcustoms\b.*\b(?:held|hold|inspect\w*|delay\w*|pending|document\w*)\b|\b(?:held|hold)\b.*\bcustoms\b/i,
    null,
    'customs_hold',
  ],
  [/^out for delivery|^with (?:the )?courier/i, 'out_for_delivery', null],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const byCode = CODES.get(code ?? '')
  if (byCode) return plainly(byCode, words)
  const said = meaningOfWords(WORDS, words) ?? sayInEnglish(words)
  return {
    ...said,
    reason: said.milestone === 'attempt_failed' ? reasonInEnglish(words) : said.reason,
  }
}
