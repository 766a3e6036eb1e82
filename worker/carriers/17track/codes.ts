/** 17TRACK's words: `schema/crosswalks/seventeentrack.ts` has them with their source. */
import { seventeentrack } from '../../../schema/crosswalks/seventeentrack.ts'
import { codeTable } from '../code-table.ts'

export const WORDS = codeTable(seventeentrack.theirs)
