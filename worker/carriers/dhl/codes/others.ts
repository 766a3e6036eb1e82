/**
 * DHL Freight, Global Forwarding and Deutsche Post's registered letters (services `freight`, `dgf`,
 * `svb`). Source: the list of status codes of the Unified API, with DHL's words.
 */
import { codeTable } from '../../code-table.ts'

export const FREIGHT = codeTable([
  ['label_created', null, 'ACT-2 64-0 48-0 15-501 31-139'],
  ['label_created', 'not_ready', '55-211 55-68 55-21 55-240 55-241'],
  ['label_created', 'address_wrong', '55-234'],
  ['label_created', 'customs_hold', '55-126'],
  ['label_created', 'weather', '55-266'],
  ['label_created', 'transport_delay', '55-20 55-294'],
  ['label_created', 'carrier_exception', '55-265'],
  ['accepted', null, '13-0 31-140'],
  ['in_transit', null, '24-0 1-0 12-0 1-21'],
  ['in_transit', 'customs_hold', '20-126'],
  [null, 'weather', '20-266'],
  [null, 'holiday', '20-354'],
  [null, 'strike', '20-270'],
  ['in_transit', 'appointment_needed', '20-208'],
  ['in_transit', null, '20-209'],
  ['in_transit', 'payment_due', '20-296'],
  ['out_for_delivery', null, '24-628 24-501 361-139'],
  ['ready_for_pickup', null, '20-13'],
  ['attempt_failed', 'business_closed', '20-211'],
  ['attempt_failed', 'recipient_absent', '56-211'],
  ['attempt_failed', 'payment_due', '56-292'],
  ['attempt_failed', 'refused', '56-284 56-611'],
  ['attempt_failed', 'data_missing', '56-241'],
  ['attempt_failed', 'address_wrong', '20-234'],
  ['delivered', null, '24-600 21-0 21-234 21-600'],
  // "Partly delivered"; the van has left the place.
  [null, 'carrier_exception', '21-23'],
  [null, null, '361-140'],
  ['cancelled', null, '7-0'],
  ['returning_to_sender', null, '56-222'],
])

export const FORWARDING = codeTable([
  ['label_created', null, 'DATA_SUBMITTED'],
  ['accepted', null, 'PICKUP_SUCCESSFUL'],
  ['in_transit', null, 'ARRIVED_AT_ORIGIN_FACILITY PROCESSED_AT_ORIGIN_FACILITY'],
  ['in_transit', null, 'DEPARTED_FROM_ORIGIN_FACILITY READY_FOR_DEPARTURE DEPARTED ARRIVED'],
  ['in_transit', null, 'ARRIVED_AT_CUSTOMS CLEARED_BY_CUSTOMS ARRIVED_PROCESSED_AT_FACILITY'],
  ['in_transit', 'customs_hold', 'HELD_AT_CUSTOMS'],
  ['out_for_delivery', null, 'OUT_FOR_DELIVERY'],
  ['attempt_failed', null, 'DELIVERY_EXCEPTION'],
  ['delivered', null, 'DELIVERED'],
])

/** `NOTIFIED…`: the recipient has a card; `FETCHED…`: has come for it. */
export const LETTERS = codeTable([
  ['label_created', null, 'ANNOUNCED'],
  ['accepted', null, 'POSTED POSTED_ARRIVED POSTED_MAIL_TERMINAL'],
  ['in_transit', null, 'ARRIVAL_AT_OFFICE_OF_DELIVERY ARRIVED_IN_DESTINATION_COUNTRY'],
  ['in_transit', null, 'ARRIVED_TRANSIT BZ BZA BZE DEPARTURE_FROM_INWARD_OE FORWARDED_ABROAD'],
  ['in_transit', null, 'PASSED_LETTER_CENTER TO_BE_SENT_ABROAD HANDOVER_CUSTOMS IP_CUSTOMS'],
  ['in_transit', 'customs_hold', 'HELD_BY_CUSTOMS'],
  ['in_transit', 'forwarded', 'REDIRECTED'],
  ['in_transit', 'address_wrong', 'MARBURG'],
  ['out_for_delivery', null, 'IN_DELIVERY'],
  ['attempt_failed', null, 'DELIVERY_ATTEMPTED'],
  ['ready_for_pickup', null, 'NOTIFIED NOTIFIED_KEY_ACCOUNT NOTIFIED_PACKSTATION NOTIFIED_PO_BOX'],
  ['delivered', null, 'DELIVERED DELIVERED_ZU_NOT_OK DELIVERED_ZU_OK CONFIRMED'],
  ['delivered', null, 'CONFIRMATION_PENDING CONFIRMED_BY_SENDER PAID_EPOS PAID_MAILMAN'],
  ['delivered', null, 'FETCHED FETCHED_NOTIFIED FETCHED_PACKSTATION AMOUNT_TRANSFERRED'],
  ['delivered', null, 'FETCHED_KEY_ACCOUNT_PENDING_DELIVERY_CONFIRMATION'],
  ['delivered', null, 'FETCHED_PENDING_DELIVERY_CONFIRMATION'],
  ['delivered', null, 'FETCHED_PO_BOX_PENDING_DELIVERY_CONFIRMATION'],
  ['returning_to_sender', null, 'SENT_BACK SENT_BACK_ABROAD'],
  ['returned_to_sender', null, 'RETURNED_TO_SENDER'],
  [null, null, 'AMBIGUOUS NO_INFO ISSUE_OF_A_REPLACEMENT_CERTIFICATE_PZA'],
])
