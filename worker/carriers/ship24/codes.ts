/** Ship24's words: `schema/crosswalks/ship24.ts` has them with their source. */
import { ship24 } from '../../../schema/crosswalks/ship24.ts'
import { codeTable } from '../code-table.ts'

export const WORDS = codeTable(ship24.theirs)
