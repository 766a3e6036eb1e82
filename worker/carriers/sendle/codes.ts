/**
 * Sendle's event types.
 *
 * Sources: "Tracking event types" in Sendle's API documentation; "Local Delivery", "Card Left" and
 * "Damaged" from an open-source connector, which has "Card Left" as a delay and "Drop Off" as transit;
 * Sendle's own words say otherwise ("we left a card", "you dropped the parcel off").
 */
import type { Meaning } from '../code-table.ts'

export const TYPES: Readonly<Record<string, Meaning>> = {
  'pickup attempted': { milestone: 'label_created', reason: 'not_ready' },
  pickup: { milestone: 'accepted', reason: null },
  'drop off': { milestone: 'accepted', reason: null },
  'dropped off': { milestone: 'accepted', reason: null },
  'in transit': { milestone: 'in_transit', reason: null },
  'out for delivery': { milestone: 'out_for_delivery', reason: null },
  'local delivery': { milestone: 'out_for_delivery', reason: null },
  'delivery attempted': { milestone: 'attempt_failed', reason: null },
  'card left': { milestone: 'attempt_failed', reason: 'recipient_absent' },
  'unable to deliver': { milestone: 'attempt_failed', reason: 'carrier_exception' },
  'left with agent': { milestone: 'ready_for_pickup', reason: null },
  delivered: { milestone: 'delivered', reason: null },
  damaged: { milestone: null, reason: 'damaged' },
  lost: { milestone: 'ended', reason: 'lost' },
  'return to sender': { milestone: 'returning_to_sender', reason: null },
  'returning to sender': { milestone: 'returning_to_sender', reason: null },
  'returned to sender': { milestone: 'returned_to_sender', reason: null },
  cancelled: { milestone: 'cancelled', reason: null },
}
