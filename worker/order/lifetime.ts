/** How long an order keeps an object. */
import { DAY } from '../lib/clock.ts'
import { isTerminal } from './fold.ts'
import type { OrderState } from './state.ts'

/** How long after its end an order keeps an object */
const FORGET_AFTER = 14 * DAY
/** Longer than queues keep messages (14 days) and D1 can be restored (30 days); D1's own tombstone stays */
export const TOMBSTONE_FOR = 60 * DAY
/** So often an erasure is done again meanwhile: what a restore of D1 or a late dead letter brought back goes */
export const ERASE_EVERY = 15 * DAY

/** When an order that is over may let its object go; null while it lives. */
export function forgetAt(state: OrderState): number | null {
  const { milestones, shipments, updated_at } = state
  const over =
    shipments.length > 0
      ? shipments.every((shipment) => isTerminal(shipment.status.milestone))
      : milestones.cancelled !== undefined
  return over ? Date.parse(updated_at) + FORGET_AFTER : null
}
