/**
 * Ninja Van's statuses, as codes of their words.
 *
 * Source: "Webhooks" of its API documentation: events of version 2 (`Delivered, Left at Doorstep`,
 * whose first part is the status), and statuses of version 1 with their descriptions, by which
 * "Pending Pickup at Distribution Point" has been handed in at a Ninja Point, and "Arrived at
 * Distribution Point" waits there for the customer.
 */
import type { Meaning } from '../code-table.ts'
import { codeOfWords, codeTable, meaningIn, onTheWayBack } from '../code-table.ts'
import { reasonInEnglish } from '../reasons.ts'
import type { EventSaid } from './wire.ts'

export const CODES = codeTable([
  [
    'label_created',
    null,
    `staging pending_pickup van_en_route_to_pickup driver_dispatched_for_pickup pickup_fail
     pickup_exception pickup_exception_pending_reschedule pickup_exception_reattempt_scheduled
     pickup_exception_max_attempts_reached international_transit_fulfillment_request_submitted
     international_transit_fulfillment_packed`,
  ],
  [
    'accepted',
    null,
    `successful_pickup picked_up picked_up_in_transit_to_origin_hub pending_pickup_shipper_dropoff
     pending_pickup_at_distribution_point pickup_exception_pending_retrieval_from_pudo
     international_transit_en_route_to_origin_facility`,
  ],
  [
    'in_transit',
    null,
    `en_route_to_sorting_hub arrived_at_sorting_hub arrived_at_origin_hub arrived_at_transit_hub
     arrived_at_destination_hub in_transit_to_next_sorting_hub transferred_to_3pl
     cross_border_transit customs_cleared international_transit
     international_transit_handed_over_to_origin_facility
     international_transit_arrived_at_origin_facility
     international_transit_processed_at_origin_facility
     international_transit_handed_over_to_linehaul international_transit_export_cleared
     international_transit_linehaul_scheduled international_transit_linehaul_departed
     international_transit_linehaul_arrived international_transit_customs_cleared
     international_transit_handed_over_to_last_mile`,
  ],
  ['in_transit', 'customs_hold', 'customs_held international_transit_customs_held'],
  ['out_for_delivery', null, 'on_vehicle_for_delivery'],
  [
    'attempt_failed',
    null,
    `first_attempt_delivery_fail pending_reschedule delivery_exception
     delivery_exception_pending_reschedule delivery_exception_max_attempts_reached`,
  ],
  ['attempt_failed', 'rescheduled', 'delivery_exception_reattempt_scheduled'],
  ['attempt_failed', 'unclaimed', 'delivery_exception_parcel_overstayed_at_pudo'],
  [
    'ready_for_pickup',
    null,
    'arrived_at_distribution_point at_pudo at_pudo_pending_customer_collection',
  ],
  [
    'delivered',
    null,
    `successful_delivery completed delivered delivered_collected_by_customer
     delivered_left_at_doorstep delivered_received_by_customer`,
  ],
  [
    'returning_to_sender',
    null,
    `return_to_sender_triggered delivery_exception_return_to_sender_initiated
     on_vehicle_for_delivery_rts international_transit_returned_to_xb_warehouse return_to_sender
     return_to_shipper_exception return_to_shipper_exception_max_attempts_reached
     return_to_shipper_exception_parcel_triggered_for_shipper_collection`,
  ],
  [
    'returned_to_sender',
    null,
    `returned_to_sender international_transit_returned_to_sender_at_origin_facility
     return_to_shipper_exception_parcel_collected_by_shipper`,
  ],
  ['cancelled', null, 'cancelled'],
  ['ended', 'lost', 'delivery_exception_parcel_lost international_transit_parcel_lost'],
  [
    'ended',
    'disposed',
    'return_to_shipper_exception_parcel_scrapped international_transit_parcel_disposed',
  ],
  [null, 'damaged', 'delivery_exception_parcel_damaged international_transit_parcel_damaged'],
  [null, 'carrier_exception', 'international_transit_parcel_exception'],
  [null, null, 'parcel_measurements_update parcel_weight parcel_size'],
])

/** By the event where the table knows it, else by the status; why an attempt failed only words say. */
export function meaningOf(said: EventSaid): Meaning {
  const event = codeOfWords(said.event)
  const code = event !== null && CODES.has(event) ? event : codeOfWords(said.status)
  const there = meaningIn(CODES, code)
  const meaning = said.is_parcel_on_rts_leg === 'true' ? onTheWayBack(there) : there
  const why = said.delivery_exception?.failure_reason ?? said.comments
  if (there.milestone !== 'attempt_failed') return meaning
  return { ...meaning, reason: meaning.reason ?? reasonInEnglish(why) }
}
