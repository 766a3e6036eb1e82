/**
 * Flash's route actions and parcel states.
 *
 * Source: "Route action" and "Parcel state" among the constants of its open API documentation. A
 * "difficulty" is a parcel the courier brings back. An action without a row is as good as the state
 * beside it.
 */
import type { Meaning } from '../code-table.ts'
import { codeTable, meaningIn } from '../code-table.ts'
import { reasonInEnglish } from '../reasons.ts'
import type { Route } from './wire.ts'

export const ACTIONS = codeTable([
  ['accepted', null, 'RECEIVED'],
  [
    'in_transit',
    null,
    `RECEIVE_WAREHOUSE_SCAN SHIPMENT_WAREHOUSE_SCAN ARRIVAL_WAREHOUSE_SCAN CONTINUE_TRANSPORT
     DIFFICULTY_RE_TRANSIT CHANGE_PARCEL_IN_TRANSIT`,
  ],
  ['in_transit', 'held', 'DETAIN_WAREHOUSE'],
  ['out_for_delivery', null, 'DELIVERY_TICKET_CREATION_SCAN'],
  ['attempt_failed', null, 'DIFFICULTY_HANDOVER'],
  ['delivered', null, 'DELIVERY_CONFIRM CHANGE_PARCEL_SIGNED'],
  ['returning_to_sender', null, 'SYSTEM_AUTO_RETURN'],
  ['cancelled', null, 'CANCEL_PARCEL CHANGE_PARCEL_CANCEL'],
  // Given up, and paid for.
  ['ended', 'carrier_exception', 'CHANGE_PARCEL_CLOSE DIFFICULTY_FINISH_INDEMNITY'],
  [null, 'rescheduled', 'REVISION_TIME'],
  [null, null, 'HURRY_PARCEL CHANGE_PARCEL_INFO CUSTOMER_CHANGE_PARCEL_INFO'],
])

export const STATES = codeTable([
  ['accepted', null, '1'],
  ['in_transit', null, '2'],
  ['out_for_delivery', null, '3'],
  ['in_transit', 'held', '4'],
  ['delivered', null, '5'],
  [null, 'carrier_exception', '6'],
  // It goes back, under another number.
  ['returning_to_sender', null, '7'],
  ['ended', 'carrier_exception', '8'],
  ['cancelled', null, '9'],
])

export function meaningOf({ action, state, message }: Omit<Route, 'routedAt'>): Meaning {
  const meaning = ACTIONS.get(action ?? '') ?? meaningIn(STATES, state)
  if (meaning.milestone !== 'attempt_failed') return meaning
  return { ...meaning, reason: reasonInEnglish(message) }
}
