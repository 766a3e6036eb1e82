/** AfterShip's words: `schema/crosswalks/aftership.ts` has them with their source. */
import { aftership } from '../../../schema/crosswalks/aftership.ts'
import type { Handover } from '../../../schema/vocabulary.ts'
import { codeTable } from '../code-table.ts'

export const WORDS = codeTable(aftership.theirs)

/** Into whose hands, by the sub-tag of the delivery. */
export const HANDS: Readonly<Record<string, Handover>> = {
  Delivered_002: 'recipient',
  Delivered_003: 'recipient',
  Delivered_005: 'neighbour',
}
