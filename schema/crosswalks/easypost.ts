/**
 * EasyPost: a status, and a detail beside it that says more where the parcel moves.
 *
 * Source: "Tracker" in EasyPost's documentation, and its client libraries for `status_detail`. What a
 * detail means beside a status is not published: see `DETAILS`. A failure may be anything; only its
 * detail says what.
 */
import type { Crosswalk, Translation } from './crosswalk.ts'

export const easypost: Crosswalk = {
  theirs: [
    ['pending', null, 'unknown'],
    ['label_created', null, 'pre_transit'],
    ['in_transit', null, 'in_transit'],
    ['out_for_delivery', null, 'out_for_delivery'],
    ['delivered', null, 'delivered'],
    ['ready_for_pickup', null, 'available_for_pickup'],
    ['returning_to_sender', null, 'return_to_sender'],
    [null, 'carrier_exception', 'failure'],
    ['cancelled', null, 'cancelled canceled'],
    [null, null, 'error'],
  ],
  milestones: {
    pending: 'unknown',
    label_created: 'pre_transit',
    accepted: 'in_transit',
    in_transit: 'in_transit',
    out_for_delivery: 'out_for_delivery',
    attempt_failed: 'in_transit',
    ready_for_pickup: 'available_for_pickup',
    delivered: 'delivered',
    returning_to_sender: 'return_to_sender',
    returned_to_sender: 'return_to_sender',
    cancelled: 'cancelled',
    ended: 'failure',
  },
  // Reasons are details, not statuses.
  reasons: {
    address_wrong: 'address_correction',
    data_missing: 'awaiting_information',
    damaged: 'damaged',
    transport_delay: 'delayed',
    weather: 'weather_delay',
    held: 'held',
    missorted: 'missorted',
    refused: 'refused',
    lost: 'lost',
    carrier_exception: 'transit_exception',
  },
}

/** What `status_detail` adds. Details that only repeat that it moves, or say nothing, leave it at that. */
export const DETAILS: readonly Translation[] = [
  ['label_created', null, 'label_created'],
  ['accepted', null, 'received_at_origin_facility'],
  ['in_transit', null, 'in_transit arrived_at_facility departed_facility departed_origin_facility'],
  ['in_transit', null, 'received_at_destination_facility arrived_at_destination'],
  ['in_transit', null, 'transferred_to_destination_carrier'],
  ['out_for_delivery', null, 'out_for_delivery'],
  ['ready_for_pickup', null, 'arrived_at_pickup_location'],
  ['returning_to_sender', null, 'return'],
  ['cancelled', null, 'cancelled canceled'],
  ['ended', 'lost', 'lost'],
  [null, 'address_wrong', 'address_correction'],
  [null, 'data_missing', 'awaiting_information'],
  [null, 'damaged', 'damaged'],
  [null, 'transport_delay', 'delayed'],
  [null, 'weather', 'weather_delay'],
  [null, 'carrier_exception', 'delivery_exception transit_exception failure'],
  [null, 'held', 'held'],
  [null, 'missorted', 'missorted'],
  [null, 'refused', 'refused'],
  [null, null, 'status_update unknown expired'],
]
