/** Shippo's words: `schema/crosswalks/shippo.ts` has them with their source. */
import { shippo } from '../../../schema/crosswalks/shippo.ts'
import type { Meaning } from '../code-table.ts'
import { codeTable, meaningIn, refined } from '../code-table.ts'
import { plainly } from '../english.ts'

const WORDS = codeTable(shippo.theirs)

/** The sub-status says what TRANSIT, RETURNED and FAILURE hide; it does not undo a delivery. */
export function meaningOf(
  status: string | null,
  substatus: string | null,
  words: string | null,
): Meaning {
  const meaning = refined(meaningIn(WORDS, status), meaningIn(WORDS, substatus))
  const isKnown = [status, substatus].some((word) => word !== null && WORDS.has(word))
  return isKnown ? plainly(meaning, words) : meaning
}
