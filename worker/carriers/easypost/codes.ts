/** EasyPost's words: `schema/crosswalks/easypost.ts` has them with their source. */
import { DETAILS, easypost } from '../../../schema/crosswalks/easypost.ts'
import type { Meaning } from '../code-table.ts'
import { codeTable, meaningIn, refined } from '../code-table.ts'
import { plainly } from '../english.ts'

const STATUSES = codeTable(easypost.theirs)
const BESIDE = codeTable(DETAILS)

/** A status we do not know means nothing, whatever stands beside it. */
export function meaningOf(
  status: string | null,
  detail: string | null,
  words: string | null,
): Meaning {
  const meaning = meaningIn(STATUSES, status)
  if (!isKnown(status)) return meaning
  return plainly(refined(meaning, meaningIn(BESIDE, detail)), words)
}

export const isKnown = (status: string | null): boolean => status !== null && STATUSES.has(status)
