/**
 * DPD's statuses. Sources: in mixed case the recorded answers (Belgium); in capitals those of the
 * service in Germany, as its integrations have them; `in_transit` from an open-source connector. That
 * one has a parcel back at the depot "after an unsuccessful delivery attempt" as out for delivery: the
 * words go first.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningIn, meaningOfWords } from '../code-table.ts'

export const CODES = codeTable([
  ['label_created', null, 'SHIPMENT'],
  ['accepted', null, 'PickedUp ACCEPTED'],
  ['in_transit', null, 'BetweenDepots Depot in_transit'],
  ['in_transit', null, 'AT_SENDING_DEPOT ON_THE_ROAD AT_DELIVERY_DEPOT'],
  ['out_for_delivery', null, 'Courier'],
  ['ready_for_pickup', null, 'ParcelShop'],
  ['attempt_failed', null, 'DeliveryFailure ReturningFromDelivery'],
  ['delivered', null, 'Delivered DELIVERED'],
])

/** What a description places elsewhere than its status, which is a stage of the journey. */
const PLACES: WordTable = [
  [
    /\b(delivered|returned) (back )?to (the )?(sender|shipper|consignor)/i,
    'returned_to_sender',
    null,
  ],
  [/\breturn(ed|ing)? .*\b(sender|shipper|consignor)/i, 'returning_to_sender', null],
  [/on its way to the (consignee|recipient)|out for delivery/i, 'out_for_delivery', null],
  [
    /delivered by driver to pickup|(ready|available) for (collection|pick-?up)/i,
    'ready_for_pickup',
    null,
  ],
]

/** Why, as far as a description says it. */
const REASONS: WordTable = [
  [/\brefused\b/i, null, 'refused'],
  [/not (at )?home|nobody|\babsent\b|not (present|available)/i, null, 'recipient_absent'],
  [/\bclosed\b/i, null, 'business_closed'],
  [
    /address.*(wrong|incorrect|unknown|not found)|(wrong|incorrect|unknown) address/i,
    null,
    'address_wrong',
  ],
  [/address.*incomplete|(incomplete|insufficient) address/i, null, 'address_incomplete'],
  [/\bmoved\b/i, null, 'recipient_moved'],
  [/not collected|not picked up/i, null, 'unclaimed'],
  [/\bdamage/i, null, 'damaged'],
  [/\bcustoms\b.*(hold|held|delay)/i, null, 'customs_hold'],
  [/misrouted|mis-?sorted|wrong depot/i, null, 'missorted'],
  [/\bweather\b/i, null, 'weather'],
  [/\bdelay/i, null, 'transport_delay'],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const stage = meaningIn(CODES, code)
  return {
    milestone: meaningOfWords(PLACES, words)?.milestone ?? stage.milestone,
    reason: meaningOfWords(REASONS, words)?.reason ?? null,
  }
}
