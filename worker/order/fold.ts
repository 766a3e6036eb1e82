/** What a shipment's scans amount to: milestone, condition and reason. Pure, and the same for the same set of scans. */
import type { Condition, Milestone, Reason } from '../../schema/vocabulary.ts'
import { MILESTONES, REASONS, TERMINAL_MILESTONES } from '../../schema/vocabulary.ts'
import { isForeign } from './scans.ts'
import type { KeptScan, Moment } from './state.ts'

export interface Folded {
  readonly milestone: Milestone
  readonly condition: Condition
  readonly reason: Reason | null
  readonly delivered: Moment | null
  readonly scanned: Moment | null
  readonly rolled_over: boolean
}

/** Every milestone of a higher rank. */
const after = (milestone: Milestone): readonly Milestone[] =>
  MILESTONES.slice(MILESTONES.indexOf(milestone) + 1)

/** What may still happen to a parcel that was given up. */
const MOVING_AGAIN = after('accepted').filter((later) => later !== 'cancelled' && later !== 'ended')

/**
 * Which milestone may follow which. Mostly forward by rank; the rest is where the world does go
 * back: a van returns to its depot, a shopper sends a delivered parcel back, a voided label moves
 * after all, a lost parcel is found. What is not listed changes nothing.
 */
export const MOVES: Readonly<Record<Milestone, readonly Milestone[]>> = {
  pending: after('pending'),
  label_created: after('label_created'),
  accepted: after('accepted'),
  in_transit: after('in_transit'),
  out_for_delivery: ['in_transit', ...after('out_for_delivery')],
  attempt_failed: ['in_transit', 'out_for_delivery', ...after('attempt_failed')],
  ready_for_pickup: [
    'in_transit',
    'out_for_delivery',
    ...after('ready_for_pickup').filter((later) => later !== 'cancelled'),
  ],
  delivered: ['returning_to_sender', 'returned_to_sender'],
  returning_to_sender: ['returned_to_sender', 'ended'],
  returned_to_sender: [],
  cancelled: ['accepted', ...MOVING_AGAIN],
  ended: MOVING_AGAIN,
}

/** What a milestone means for the condition where no reason says more. */
const CONDITION_OF: Readonly<Partial<Record<Milestone, Condition>>> = {
  attempt_failed: 'delayed',
  returning_to_sender: 'problem',
  returned_to_sender: 'problem',
  ended: 'problem',
}

/** `scans` oldest first, as mergeScans leaves them; `since` is the shipment's beginning, epoch milliseconds. */
export function fold(scans: readonly KeptScan[], since: number): Folded {
  const own = scans.filter((scan) => !scan.withdrawn && !isForeign(scan, since))
  let milestone: Milestone = 'pending'
  let reason: Reason | null = null
  let delivered: Moment | null = null
  let rolledOver = false
  for (const scan of own) {
    const next = follow(milestone, scan.milestone)
    if (next === null) {
      if (scan.milestone === null) reason = troubleAfter(milestone, scan.reason) ?? reason
      continue
    }
    if (next !== milestone) rolledOver = milestone === 'out_for_delivery' && next === 'in_transit'
    if (next === 'delivered') delivered ??= momentOf(scan)
    milestone = next
    reason = troubleAfter(milestone, scan.reason)
  }
  return {
    milestone,
    reason,
    condition: conditionOf(milestone, reason, rolledOver),
    delivered,
    scanned: momentOf(own.at(-1)),
    rolled_over: rolledOver,
  }
}

function conditionOf(milestone: Milestone, reason: Reason | null, rolledOver: boolean): Condition {
  if (reason) return REASONS[reason].condition
  return CONDITION_OF[milestone] ?? (rolledOver ? 'delayed' : 'on_track')
}

/** The milestone after a scan that says `to`, or null where the scan says nothing or nothing possible. */
function follow(from: Milestone, to: Milestone | null): Milestone | null {
  if (to === null || to === from) return to
  // "Delivered" on the way back means delivered to the sender, whatever the carrier calls it.
  if (from === 'returning_to_sender' && to === 'delivered') return 'returned_to_sender'
  return MOVES[from].includes(to) ? to : null
}

/** After the end only what is a problem still matters: a delay of a delivered parcel does not. */
function troubleAfter(milestone: Milestone, reason: Reason | null): Reason | null {
  if (reason === null) return null
  return !isTerminal(milestone) || REASONS[reason].condition === 'problem' ? reason : null
}

export const isTerminal = (milestone: Milestone): boolean =>
  TERMINAL_MILESTONES.some((terminal) => terminal === milestone)

function momentOf(scan: KeptScan | undefined): Moment | null {
  return scan && (scan.at ?? scan.local) ? { at: scan.at, local: scan.local } : null
}
