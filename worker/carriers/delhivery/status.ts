/**
 * What one scan means. Delhivery says it three times: a type (which way the parcel goes), a status
 * within it, and an NSL code (why). Type and status say where it is, the code says more.
 *
 * Source: "Different status and scans for every package life cycle" in Delhivery's Express API
 * documentation; `Lost` from aggregators' tables. Way: UD undelivered (to the consignee), RT back to
 * the sender, PP and PU a pickup at the consignee's before and after it, DL the end of each, CN a
 * pickup that was called off, LT lost.
 */
import type { Milestone } from '../../../schema/vocabulary.ts'
import type { Meaning } from '../code-table.ts'
import { CODES } from './codes.ts'

const UNKNOWN: Meaning = { milestone: null, reason: null }

const STATUSES: ReadonlyMap<string, Milestone> = new Map([
  ['UD manifested', 'label_created'],
  ['UD not picked', 'label_created'],
  ['UD in transit', 'in_transit'],
  ['UD pending', 'in_transit'],
  ['UD dispatched', 'out_for_delivery'],
  ['DL delivered', 'delivered'],
  ['DL rto', 'returned_to_sender'],
  // The end of a parcel that was fetched to go back: it is where it was sent.
  ['DL dto', 'delivered'],
  ['PP open', 'label_created'],
  ['PP scheduled', 'label_created'],
  ['PP dispatched', 'label_created'],
  ['PU in transit', 'in_transit'],
  ['PU pending', 'in_transit'],
  ['PU dispatched', 'out_for_delivery'],
  ['CN canceled', 'cancelled'],
  ['CN cancelled', 'cancelled'],
  ['CN closed', 'cancelled'],
])

/** Types that say enough by themselves, whatever the status. */
const TYPES: ReadonlyMap<string, Milestone> = new Map([
  ['RT', 'returning_to_sender'],
  ['LT', 'ended'],
])

/** At the last facility before the van, or back from a failed attempt: only the code says which. */
const EITHER = 'UD pending'

/** On these ways a code may say more than the status; on others it may not turn the parcel round. */
const OPEN_WAYS: ReadonlySet<string> = new Set(['UD', 'PU'])

export function meaningOf(
  type: string | null,
  status: string | null,
  code: string | null,
): Meaning {
  const way = type?.toUpperCase() ?? ''
  const stage = `${way} ${status?.toLowerCase() ?? ''}`
  const byCode = CODES.get(code?.toUpperCase().replace(/\s+/g, '') ?? '')
  if (stage === EITHER && !byCode) return UNKNOWN
  const milestone = TYPES.get(way) ?? STATUSES.get(stage) ?? null
  if (milestone === null) return { milestone, reason: byCode?.reason ?? null }
  return {
    milestone: (OPEN_WAYS.has(way) ? byCode?.milestone : null) ?? milestone,
    reason: byCode?.reason ?? (way === 'LT' ? 'lost' : null),
  }
}
