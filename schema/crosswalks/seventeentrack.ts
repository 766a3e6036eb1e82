/**
 * 17TRACK: a status and, more closely, a sub-status; an event may have a key stage instead.
 *
 * Source: "Main status and sub-status" and "Milestone" in the documentation of API v2.2, and the
 * customs sub-statuses of v2.4. `_Damaged` and `_Cancelled` are spellings seen beside the documented
 * ones. Expired says that nothing was heard for long.
 */
import type { Crosswalk } from './crosswalk.ts'

export const seventeentrack: Crosswalk = {
  theirs: [
    ['pending', null, 'NotFound NotFound_Other NotFound_InvalidCode'],
    ['label_created', null, 'InfoReceived InfoReceived_Other'],
    ['accepted', null, 'InTransit_PickedUp PickedUp'],
    ['in_transit', null, 'InTransit InTransit_Other InTransit_Departure InTransit_Arrival'],
    ['in_transit', null, 'Departure Arrival InTransit_CustomsProcessing InTransit_CustomsReleased'],
    ['in_transit', 'customs_documents', 'InTransit_CustomsRequiringInformation'],
    ['ready_for_pickup', null, 'AvailableForPickup AvailableForPickup_Other'],
    ['out_for_delivery', null, 'OutForDelivery OutForDelivery_Other'],
    ['attempt_failed', null, 'DeliveryFailure DeliveryFailure_Other'],
    ['attempt_failed', 'recipient_absent', 'DeliveryFailure_NoBody'],
    ['attempt_failed', 'security', 'DeliveryFailure_Security'],
    ['attempt_failed', 'refused', 'DeliveryFailure_Rejected'],
    ['attempt_failed', 'address_wrong', 'DeliveryFailure_InvalidAddress'],
    ['delivered', null, 'Delivered Delivered_Other'],
    [null, 'carrier_exception', 'Exception Exception_Other'],
    ['returning_to_sender', null, 'Exception_Returning Returning'],
    ['returned_to_sender', null, 'Exception_Returned Returned'],
    [null, 'recipient_absent', 'Exception_NoBody'],
    [null, 'security', 'Exception_Security'],
    [null, 'damaged', 'Exception_Damage Exception_Damaged'],
    [null, 'refused', 'Exception_Rejected'],
    [null, 'transport_delay', 'Exception_Delayed'],
    ['ended', 'lost', 'Exception_Lost'],
    ['ended', 'disposed', 'Exception_Destroyed'],
    ['cancelled', null, 'Exception_Cancel Exception_Cancelled'],
    [null, null, 'Expired Expired_Other'],
  ],
  milestones: {
    pending: 'NotFound_Other',
    label_created: 'InfoReceived',
    accepted: 'InTransit_PickedUp',
    in_transit: 'InTransit_Other',
    out_for_delivery: 'OutForDelivery_Other',
    attempt_failed: 'DeliveryFailure_Other',
    ready_for_pickup: 'AvailableForPickup_Other',
    delivered: 'Delivered_Other',
    returning_to_sender: 'Exception_Returning',
    returned_to_sender: 'Exception_Returned',
    cancelled: 'Exception_Cancel',
    ended: 'Exception_Lost',
  },
  reasons: {
    recipient_absent: 'DeliveryFailure_NoBody',
    refused: 'DeliveryFailure_Rejected',
    address_wrong: 'DeliveryFailure_InvalidAddress',
    customs_documents: 'InTransit_CustomsRequiringInformation',
    security: 'Exception_Security',
    damaged: 'Exception_Damage',
    transport_delay: 'Exception_Delayed',
    lost: 'Exception_Lost',
    disposed: 'Exception_Destroyed',
    carrier_exception: 'Exception_Other',
  },
}
