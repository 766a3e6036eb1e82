/** Which of the page's situations a shipment is in. The sentences for each are in `pages/locales`. */
import type { Facts } from '../../schema/report.ts'
import type { Direction, Handover, Milestone, Reason, Situation } from '../../schema/vocabulary.ts'
import type { Folded } from './fold.ts'

/** A reason says more than a milestone; a reason not listed leaves it to the milestone or to `delayed`. */
const BY_REASON: Readonly<Partial<Record<Reason, Situation>>> = {
  address_incomplete: 'address_incomplete',
  address_wrong: 'address_incomplete',
  recipient_moved: 'address_incomplete',
  recipient_unreachable: 'recipient_asked',
  safe_place_unavailable: 'recipient_asked',
  signature_required: 'recipient_asked',
  id_required: 'recipient_asked',
  appointment_needed: 'needs_appointment',
  payment_due: 'duties_due',
  customs_duties: 'duties_due',
  customs_documents: 'customs_documents',
  customs_hold: 'customs_hold',
  customs_rejected: 'held_back',
  prohibited: 'held_back',
  oversized: 'held_back',
  refused: 'refused',
  business_closed: 'closed_or_no_access',
  access_denied: 'closed_or_no_access',
  unclaimed: 'unclaimed',
  damaged: 'damaged',
  lost: 'lost',
  investigation: 'trace_open',
  disposed: 'seized_or_destroyed',
  seized: 'seized_or_destroyed',
}

const BY_MILESTONE: Readonly<Record<Milestone, Situation>> = {
  pending: 'number_unknown',
  label_created: 'label_only',
  accepted: 'accepted',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  attempt_failed: 'attempt_failed',
  ready_for_pickup: 'pickup_ready',
  delivered: 'delivered',
  returning_to_sender: 'returning_to_sender',
  returned_to_sender: 'returned_to_sender',
  cancelled: 'cancelled',
  ended: 'lost',
}

/** Milestones whose own news comes before a mere delay's. */
const SPEAKS_FOR_ITSELF: readonly Milestone[] = [
  'out_for_delivery',
  'attempt_failed',
  'ready_for_pickup',
  'delivered',
  'returning_to_sender',
  'returned_to_sender',
  'cancelled',
]

const DELIVERED_TO: Readonly<Partial<Record<Handover, Situation>>> = {
  recipient: 'delivered_hand',
  household: 'delivered_hand',
  neighbour: 'delivered_elsewhere',
  reception: 'delivered_elsewhere',
  safe_place: 'delivered_elsewhere',
  mailbox: 'delivered_elsewhere',
  locker: 'delivered_elsewhere',
}

/** `asked`: whether there is anybody who is asked about it. */
export function shipmentSituation(
  shipment: { readonly direction: Direction; readonly asked: boolean },
  folded: Folded,
  facts: Facts,
): Situation {
  const { milestone, reason } = folded
  if (shipment.direction === 'return') {
    return milestone === 'delivered' ? 'return_received' : 'return_on_its_way'
  }
  if (milestone === 'pending' && !reason) {
    return shipment.asked ? 'number_unknown' : 'untracked_carrier'
  }
  const byReason = reason ? BY_REASON[reason] : undefined
  if (byReason) return byReason
  if (milestone === 'attempt_failed' && facts.next_attempt) return 'attempt_failed_next'
  if (milestone === 'delivered' && facts.handover) {
    return DELIVERED_TO[facts.handover.to] ?? 'delivered'
  }
  if (folded.rolled_over) return 'rolled_over'
  if (folded.condition !== 'on_track' && !SPEAKS_FOR_ITSELF.includes(milestone)) {
    return milestone === 'ended' ? 'lost' : 'delayed'
  }
  return BY_MILESTONE[milestone]
}
