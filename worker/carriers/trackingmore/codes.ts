/** TrackingMore's words: `schema/crosswalks/trackingmore.ts` has them with their source. */
import { trackingmore } from '../../../schema/crosswalks/trackingmore.ts'
import { codeTable } from '../code-table.ts'

export const WORDS = codeTable(trackingmore.theirs)
