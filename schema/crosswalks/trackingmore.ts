/**
 * TrackingMore: a delivery status and, more closely, a sub-status with a number.
 *
 * Source: "Statuses and sub-statuses of shipments" in TrackingMore's help, and its older list
 * (notfound001, infomation received). `pickup` is both a van on its way and a parcel that lies ready:
 * the sub-status says which. exception011 is documented as a variant of a return.
 */
import type { Crosswalk } from './crosswalk.ts'

export const trackingmore: Crosswalk = {
  theirs: [
    ['pending', null, 'pending notfound notfound002'],
    ['label_created', null, 'inforeceived inforeceived001 notfound001'],
    ['in_transit', null, 'transit transit001 transit002 transit003 transit004 transit005'],
    ['in_transit', null, 'transit006 transit007'],
    ['out_for_delivery', null, 'pickup pickup001 pickup003'],
    ['ready_for_pickup', null, 'pickup002'],
    ['attempt_failed', null, 'undelivered undelivered004'],
    ['attempt_failed', 'address_wrong', 'undelivered001'],
    ['attempt_failed', 'recipient_absent', 'undelivered002'],
    ['attempt_failed', 'recipient_unreachable', 'undelivered003'],
    ['delivered', null, 'delivered delivered001 delivered002 delivered003 delivered004'],
    [null, 'unclaimed', 'exception004'],
    [null, 'carrier_exception', 'exception exception005'],
    [null, 'customs_hold', 'exception006'],
    // "Lost or damaged": which of the two, only the words say.
    [null, 'investigation', 'exception007'],
    ['cancelled', null, 'exception008'],
    [null, 'refused', 'exception009'],
    ['returning_to_sender', null, 'exception010 exception011'],
    [null, null, 'expired expired001'],
  ],
  milestones: {
    pending: 'pending',
    label_created: 'inforeceived001',
    accepted: 'transit001',
    in_transit: 'transit001',
    out_for_delivery: 'pickup001',
    attempt_failed: 'undelivered004',
    ready_for_pickup: 'pickup002',
    delivered: 'delivered001',
    returning_to_sender: 'exception010',
    returned_to_sender: 'exception010',
    cancelled: 'exception008',
    ended: 'exception007',
  },
  reasons: {
    address_wrong: 'undelivered001',
    recipient_absent: 'undelivered002',
    recipient_unreachable: 'undelivered003',
    unclaimed: 'exception004',
    customs_hold: 'exception006',
    investigation: 'exception007',
    refused: 'exception009',
    carrier_exception: 'exception005',
  },
}
