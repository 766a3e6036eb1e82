/**
 * Shippo: a status in capitals, and a sub-status in small letters that says what the status hides:
 * a damaged or refused parcel, and a van on its way, are all TRANSIT.
 *
 * Source: "Tracking status" and "Tracking substatus" in Shippo's documentation. RETURNED is a parcel
 * on its way back as well as one that is there.
 */
import type { Crosswalk } from './crosswalk.ts'

export const shippo: Crosswalk = {
  theirs: [
    ['pending', null, 'UNKNOWN'],
    ['label_created', null, 'PRE_TRANSIT information_received'],
    ['accepted', null, 'package_accepted'],
    ['in_transit', null, 'TRANSIT package_arrived package_departed package_processed'],
    ['in_transit', null, 'package_processing delivery_scheduled'],
    ['in_transit', 'forwarded', 'package_forwarded'],
    ['out_for_delivery', null, 'out_for_delivery'],
    ['ready_for_pickup', null, 'pickup_available'],
    ['attempt_failed', null, 'delivery_attempted notice_left'],
    ['attempt_failed', 'access_denied', 'location_inaccessible'],
    [null, 'address_wrong', 'address_issue'],
    [null, 'carrier_exception', 'contact_carrier package_undeliverable FAILURE'],
    [null, 'transport_delay', 'delayed'],
    [null, 'rescheduled', 'delivery_rescheduled'],
    [null, 'appointment_needed', 'reschedule_delivery'],
    [null, 'damaged', 'package_damaged'],
    [null, 'held', 'package_held'],
    ['delivered', null, 'DELIVERED delivered'],
    ['returning_to_sender', null, 'RETURNED return_to_sender'],
    ['returning_to_sender', 'unclaimed', 'package_unclaimed'],
    ['ended', 'disposed', 'package_disposed'],
    ['ended', 'lost', 'package_lost'],
    [null, null, 'other'],
  ],
  milestones: {
    pending: 'UNKNOWN',
    label_created: 'information_received',
    accepted: 'package_accepted',
    in_transit: 'TRANSIT',
    out_for_delivery: 'out_for_delivery',
    attempt_failed: 'delivery_attempted',
    ready_for_pickup: 'pickup_available',
    delivered: 'delivered',
    returning_to_sender: 'return_to_sender',
    returned_to_sender: 'return_to_sender',
    cancelled: 'other',
    ended: 'package_lost',
  },
  reasons: {
    access_denied: 'location_inaccessible',
    address_wrong: 'address_issue',
    transport_delay: 'delayed',
    rescheduled: 'delivery_rescheduled',
    appointment_needed: 'reschedule_delivery',
    damaged: 'package_damaged',
    held: 'package_held',
    forwarded: 'package_forwarded',
    unclaimed: 'package_unclaimed',
    disposed: 'package_disposed',
    lost: 'package_lost',
    carrier_exception: 'contact_carrier',
  },
}
