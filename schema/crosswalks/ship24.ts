/**
 * Ship24: a milestone, and a status code that is often empty.
 *
 * Source: "Statuses" in Ship24's documentation (docs.ship24.com/status). "exception_return" is a
 * parcel that cannot be delivered: sent back, or on its way.
 */
import type { Crosswalk } from './crosswalk.ts'

export const ship24: Crosswalk = {
  theirs: [
    ['pending', null, 'pending'],
    ['label_created', null, 'info_received data_order_created data_delivery_proposed'],
    ['label_created', null, 'data_delivery_decided'],
    ['cancelled', null, 'data_order_cancelled'],
    ['accepted', null, 'transit_handover'],
    ['in_transit', null, 'in_transit transit_origin_country_departure destination_arrival'],
    ['in_transit', null, 'customs_received customs_cleared'],
    ['in_transit', 'customs_hold', 'customs_exception'],
    ['in_transit', 'customs_rejected', 'customs_rejected'],
    ['out_for_delivery', null, 'out_for_delivery delivery_out_for_delivery'],
    ['attempt_failed', null, 'failed_attempt delivery_attempted'],
    ['attempt_failed', 'refused', 'delivery_refused'],
    ['ready_for_pickup', null, 'available_for_pickup delivery_available_for_pickup'],
    ['delivered', null, 'delivered delivery_delivered'],
    [null, 'carrier_exception', 'exception delivery_exception'],
    ['returning_to_sender', null, 'exception_return'],
    ['ended', 'lost', 'exception_lost'],
    ['ended', 'disposed', 'exception_discarded'],
  ],
  milestones: {
    pending: 'pending',
    label_created: 'data_order_created',
    accepted: 'transit_handover',
    in_transit: 'in_transit',
    out_for_delivery: 'delivery_out_for_delivery',
    attempt_failed: 'delivery_attempted',
    ready_for_pickup: 'delivery_available_for_pickup',
    delivered: 'delivery_delivered',
    returning_to_sender: 'exception_return',
    returned_to_sender: 'exception_return',
    cancelled: 'data_order_cancelled',
    ended: 'exception_lost',
  },
  reasons: {
    customs_hold: 'customs_exception',
    customs_rejected: 'customs_rejected',
    refused: 'delivery_refused',
    lost: 'exception_lost',
    disposed: 'exception_discarded',
    carrier_exception: 'delivery_exception',
  },
}
