/**
 * Bring's event statuses.
 *
 * Source of every row: "Events" of the Event Cast API and of the Tracking API, with their descriptions.
 * RETURN is "on its way back" in one and "has been returned" in the other: DELIVERED_SENDER says that it
 * arrived. What a customer orders or changes moves no parcel. The ARRIVED pair is of former days.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  ['label_created', null, 'PRE_NOTIFIED'],
  ['accepted', null, 'COLLECTED HANDED_IN'],
  ['in_transit', null, 'IN_TRANSIT TERMINAL INTERNATIONAL CUSTOMS'],
  ['in_transit', null, 'ARRIVED_COLLECTION ARRIVED_DELIVERY'],
  ['out_for_delivery', null, 'TRANSPORT_TO_RECIPIENT'],
  ['attempt_failed', null, 'ATTEMPTED_DELIVERY'],
  ['ready_for_pickup', null, 'READY_FOR_PICKUP'],
  ['delivered', null, 'DELIVERED'],
  ['returning_to_sender', null, 'RETURN'],
  ['returned_to_sender', null, 'DELIVERED_SENDER'],
  [null, 'carrier_exception', 'DEVIATION'],
  [null, 'rescheduled', 'DELIVERY_CHANGED'],
  [null, null, 'DELIVERY_ORDERED DELIVERY_CANCELLED NOTIFICATION_SENT UNKNOWN'],
])

/** About a webhook, not about its parcel. Source: Event Cast API. */
export const ABOUT_WEBHOOKS: ReadonlySet<string> = new Set(['NOT_REGISTERED', 'EXPIRED'])
