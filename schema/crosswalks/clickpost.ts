/**
 * ClickPost: a number and its name for each status; why an attempt failed is a number of its own.
 *
 * Source: "Tracking Status Codes" and "NDR Status Codes" in ClickPost's API documentation. 3 was
 * renamed from cancelled to failed; 23, 30 to 32 (exchanges), 101 to 106 (returns that a shopper asked
 * for) and 1004 to 1006 are known from integrations of merchants. 28 is ClickPost's own register, not
 * the carrier's word.
 */
import type { Crosswalk, Translation } from './crosswalk.ts'

export const clickpost: Crosswalk = {
  theirs: [
    ['pending', null, '28 AwbRegistered NoStatusExist'],
    ['label_created', null, '1 OrderPlaced 2 PickupPending 3 PickupFailed PickupCancelled'],
    ['label_created', null, '25 OutForPickup Ready-To-Ship ReachedPickupLocation'],
    ['accepted', null, '4 PickedUp'],
    ['in_transit', null, '5 InTransit 1004 DestinationHubIn 1005 OriginCityIn 1006 OriginCityOut'],
    ['out_for_delivery', null, '6 OutForDelivery ReachedDropLocation'],
    [null, 'out_of_area', '7 NotServiceable'],
    ['delivered', null, '8 Delivered'],
    ['attempt_failed', null, '9 FailedDelivery'],
    ['cancelled', null, '10 Cancelled CancelledOrder'],
    ['returning_to_sender', null, '11 RTO-Requested 12 RTO-Marked RTO 13 RTO-OutForDelivery'],
    ['returning_to_sender', null, '15 RTO-Failed 21 RTO-InTransit RTO-Handover'],
    ['returning_to_sender', 'carrier_exception', '26 RTO-ContactCustomerCare'],
    ['returning_to_sender', 'transport_delay', '27 RTO-ShipmentDelay'],
    ['returned_to_sender', null, '14 RTO-Delivered'],
    ['ended', 'lost', '16 Lost'],
    [null, 'damaged', '17 Damaged'],
    [null, 'transport_delay', '18 ShipmentDelayed'],
    [null, 'carrier_exception', '19 ContactCustomerCare'],
    [null, 'held', '20 ShipmentHeld'],
    [null, null, '23 Expired Aged CourierPartnerTrackingDataMissing ReShippedOnNewWaybill'],
    [null, null, '30 31 32 Exchange-Pickup Exchange-In-Transit Exchange-Delivered'],
    [null, null, '101 102 103 104 105 106 ReturnOrderPlaced'],
    [null, null, 'RiderAllocationAwaited RiderAllocationFailed RiderAllocated'],
    [null, null, 'PartialDelivered PartialCancelled PartialRTO PartialRTOInTransit'],
    [null, null, 'PartialRTOOutForDelivery PartialRTODelivered RTO-Delivered-Reschedule-Requested'],
  ],
  milestones: {
    pending: '28',
    label_created: '1',
    accepted: '4',
    in_transit: '5',
    out_for_delivery: '6',
    attempt_failed: '9',
    ready_for_pickup: '5',
    delivered: '8',
    returning_to_sender: '12',
    returned_to_sender: '14',
    cancelled: '10',
    ended: '16',
  },
  reasons: {
    out_of_area: '7',
    lost: '16',
    damaged: '17',
    transport_delay: '18',
    carrier_exception: '19',
    held: '20',
  },
}

/** Why an attempt failed. 0 is unknown; "no attempt" (4) and "self collect" (10) are no reason of ours. */
export const NON_DELIVERIES: readonly Translation[] = [
  [null, 'recipient_absent', '1'],
  [null, 'refused', '2 9'],
  [null, 'rescheduled', '3'],
  [null, 'recipient_unreachable', '5'],
  [null, 'address_wrong', '6'],
  [null, 'payment_due', '7'],
  [null, 'out_of_area', '8'],
  [null, 'carrier_exception', '11'],
  [null, null, '0 4 10'],
]
