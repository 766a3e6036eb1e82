/** ClickPost's words: `schema/crosswalks/clickpost.ts` has them with their source. */
import { clickpost, NON_DELIVERIES } from '../../../schema/crosswalks/clickpost.ts'
import type { Translation } from '../../../schema/crosswalks/crosswalk.ts'
import { meaningOf as meaningBy } from '../aggregator.ts'
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'

/** Names are written OutForDelivery, OUT_FOR_DELIVERY and Out-For-Delivery. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const plainly = ([milestone, reason, words]: Translation): Translation => [
  milestone,
  reason,
  words.split(' ').map(plain).join(' '),
]

const STATUSES = codeTable(clickpost.theirs.map(plainly))

/** By number, by name where it has none that we know, and by the courier's words. */
export const meaningOf = (
  code: string | null,
  name: string | null,
  words: string | null,
): Meaning => meaningBy(STATUSES, [code, name === null ? null : plain(name)], words)

/** Why an attempt failed, by its number. */
export const NON_DELIVERY = codeTable(NON_DELIVERIES)
