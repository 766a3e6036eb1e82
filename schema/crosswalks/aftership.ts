/**
 * AfterShip: a tag and, more closely, a subtag.
 *
 * Source: "Delivery statuses" and "Delivery sub-statuses" in AfterShip's documentation, up to version
 * 2026-07. Pending_002 to _006 are in its clients without a meaning; Exception_014 and _015 are not
 * documented and left out. OutForDelivery_002 became AvailableForPickup_001. "Appointment scheduled"
 * (OutForDelivery_004) is no van on its way.
 */
import type { Crosswalk } from './crosswalk.ts'

export const aftership: Crosswalk = {
  theirs: [
    ['pending', null, 'Pending Pending_001 Pending_002 Pending_003 Pending_004 Pending_005'],
    ['pending', null, 'Pending_006'],
    ['label_created', null, 'InfoReceived InfoReceived_001'],
    ['accepted', null, 'InTransit_002'],
    ['in_transit', null, 'InTransit InTransit_001 InTransit_003 InTransit_004 InTransit_005'],
    ['in_transit', null, 'InTransit_006 InTransit_007 InTransit_008 OutForDelivery_004'],
    ['in_transit', 'forwarded', 'InTransit_009'],
    ['out_for_delivery', null, 'OutForDelivery OutForDelivery_001 OutForDelivery_003'],
    ['ready_for_pickup', null, 'AvailableForPickup AvailableForPickup_001 OutForDelivery_002'],
    ['attempt_failed', null, 'AttemptFail AttemptFail_001'],
    ['attempt_failed', 'recipient_absent', 'AttemptFail_002'],
    ['attempt_failed', 'business_closed', 'AttemptFail_003'],
    ['delivered', null, 'Delivered Delivered_001 Delivered_002 Delivered_003 Delivered_004'],
    ['delivered', null, 'Delivered_005'],
    [null, 'carrier_exception', 'Exception Exception_001 Exception_008 Exception_009'],
    [null, 'recipient_moved', 'Exception_002'],
    [null, 'refused', 'Exception_003'],
    [null, 'customs_hold', 'Exception_004'],
    [null, 'transport_delay', 'Exception_005 Exception_016 Exception_019'],
    [null, 'payment_due', 'Exception_006'],
    [null, 'address_wrong', 'Exception_007'],
    ['returning_to_sender', null, 'Exception_010'],
    ['returned_to_sender', null, 'Exception_011'],
    [null, 'damaged', 'Exception_012'],
    ['ended', 'lost', 'Exception_013'],
    [null, 'weather', 'Exception_017'],
    [null, 'customs_documents', 'Exception_018'],
    ['cancelled', null, 'Exception_020'],
    ['ended', 'disposed', 'Exception_021'],
    [null, null, 'Expired Expired_001'],
  ],
  milestones: {
    pending: 'Pending_001',
    label_created: 'InfoReceived_001',
    accepted: 'InTransit_002',
    in_transit: 'InTransit_001',
    out_for_delivery: 'OutForDelivery_001',
    attempt_failed: 'AttemptFail_001',
    ready_for_pickup: 'AvailableForPickup_001',
    delivered: 'Delivered_001',
    returning_to_sender: 'Exception_010',
    returned_to_sender: 'Exception_011',
    cancelled: 'Exception_020',
    ended: 'Exception_013',
  },
  reasons: {
    recipient_absent: 'AttemptFail_002',
    business_closed: 'AttemptFail_003',
    recipient_moved: 'Exception_002',
    refused: 'Exception_003',
    customs_hold: 'Exception_004',
    transport_delay: 'Exception_005',
    payment_due: 'Exception_006',
    address_wrong: 'Exception_007',
    damaged: 'Exception_012',
    lost: 'Exception_013',
    weather: 'Exception_017',
    customs_documents: 'Exception_018',
    disposed: 'Exception_021',
    forwarded: 'InTransit_009',
    carrier_exception: 'Exception_001',
  },
}
