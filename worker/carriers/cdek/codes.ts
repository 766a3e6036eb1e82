/**
 * CDEK's statuses, by their names and by the numbers that the webhook and the former status report have.
 *
 * Source: appendix 1 of CDEK's API, with its descriptions, which decide: `RETURNED_TO_…_WAREHOUSE` "does
 * not mean a return to the sender"; at the recipient's warehouse it is a delivery that failed, with
 * another attempt to come. `NOT_DELIVERED` is "refused, goes back to the shop", and `POSTOMAT_SEIZED` a
 * locker's term that is over, while `POSTOMAT_RECEIVED` is the customer's own hand. The second name in a
 * row, where there is one, is from CDEK's older list of the webhook's names.
 */
import { codeTable } from '../code-table.ts'

const BEFORE = [
  ['label_created', null, 'ACCEPTED CREATED 1'],
  ['cancelled', null, 'REMOVED 2'],
  [null, 'data_missing', 'INVALID'],
] as const

const ON_THE_WAY = [
  ['accepted', null, 'RECEIVED_AT_SHIPMENT_WAREHOUSE 3'],
  [
    'in_transit',
    null,
    'READY_FOR_SHIPMENT_IN_SENDER_CITY READY_TO_SHIP_AT_SENDING_OFFICE READY_FOR_SHIPMENT_IN_TRANSIT_CITY READY_TO_SHIP_IN_TRANSIT_OFFICE 6 19',
  ],
  [
    'in_transit',
    null,
    'TAKEN_BY_TRANSPORTER_FROM_SENDER_CITY PASSED_TO_CARRIER_AT_SENDING_OFFICE TAKEN_BY_TRANSPORTER_FROM_TRANSIT_CITY PASSED_TO_CARRIER_AT_TRANSIT_OFFICE 7 20',
  ],
  ['in_transit', null, 'SENT_TO_TRANSIT_CITY SEND_TO_TRANSIT_OFFICE 21'],
  ['in_transit', null, 'SENT_TO_SENDER_CITY SEND_TO_SENDING_OFFICE 27'],
  ['in_transit', null, 'SENT_TO_RECIPIENT_CITY SEND_TO_RECIPIENT_OFFICE 8'],
  ['in_transit', null, 'ACCEPTED_IN_TRANSIT_CITY MET_AT_TRANSIT_OFFICE 22'],
  ['in_transit', null, 'ACCEPTED_IN_SENDER_CITY MET_AT_SENDING_OFFICE 28'],
  ['in_transit', null, 'ACCEPTED_IN_RECIPIENT_CITY MET_AT_RECIPIENT_OFFICE 9'],
  ['in_transit', null, 'ACCEPTED_AT_TRANSIT_WAREHOUSE ACCEPTED_TO_OFFICE_TRANSIT_WAREHOUSE 13'],
  ['in_transit', null, 'ACCEPTED_AT_RECIPIENT_CITY_WAREHOUSE ACCEPTED_AT_DELIVERY_WAREHOUSE 10'],
  ['in_transit', null, 'ENTERED_TO_TRANSIT_WAREHOUSE ENTERED_TO_OFFICE_TRANSIT_WAREHOUSE'],
  ['in_transit', null, 'ENTERED_TO_RECIPIENT_CITY_WAREHOUSE ENTERED_TO_DELIVERY_WAREHOUSE'],
  ['in_transit', null, 'RETURNED_TO_SENDER_CITY_WAREHOUSE RETURNED_TO_SENDER_WAREHOUSE 16'],
  ['in_transit', null, 'RETURNED_TO_TRANSIT_WAREHOUSE 17'],
  ['in_transit', null, 'IN_CUSTOMS_INTERNATIONAL IN_CUSTOMS_LOCAL CUSTOMS_COMPLETE'],
  ['in_transit', null, 'SHIPPED_TO_DESTINATION PASSED_TO_TRANSIT_CARRIER'],
] as const

const DOOR = [
  ['out_for_delivery', null, 'TAKEN_BY_COURIER ISSUED_FOR_DELIVERY 11'],
  [
    'attempt_failed',
    null,
    'RETURNED_TO_RECIPIENT_CITY_WAREHOUSE RETURNED_TO_DELIVERY_WAREHOUSE 18',
  ],
  ['ready_for_pickup', null, 'ACCEPTED_AT_PICK_UP_POINT ACCEPTED_AT_WAREHOUSE_ON_DEMAND 12'],
  ['ready_for_pickup', null, 'ENTERED_TO_PICK_UP_POINT ENTERED_TO_WAREHOUSE_ON_DEMAND'],
  ['ready_for_pickup', null, 'POSTOMAT_POSTED'],
  ['delivered', null, 'DELIVERED POSTOMAT_RECEIVED 4'],
  ['returning_to_sender', null, 'NOT_DELIVERED 5'],
  ['returning_to_sender', 'unclaimed', 'POSTOMAT_SEIZED'],
  // The number of every name that came after the numbers.
  [null, null, '1000'],
] as const

export const CODES = codeTable([...BEFORE, ...ON_THE_WAY, ...DOOR])

/**
 * Why it was not handed over, beside a status. Source: appendix 2 of CDEK's API. Weight or contents
 * differ, a number used twice, a part of the order delivered: nothing that there is a reason for.
 */
export const REASONS = codeTable([
  [null, 'address_wrong', '1'],
  [null, 'recipient_unreachable', '2'],
  [null, 'recipient_moved', '3'],
  [null, null, '4 5 6 20'],
  [null, 'out_of_area', '7'],
  [null, 'damaged', '8 9 10 19'],
  [null, 'refused', '11 12 13 14 15 16 17 18 21 22'],
  [null, 'unclaimed', '23 34'],
  [null, 'customs_rejected', '24'],
  [null, 'prohibited', '25'],
  ['ended', 'lost', '26'],
  ['ended', 'disposed', '27'],
  [null, 'sender_request', '31 32'],
  [null, 'customs_documents', '33'],
])

/**
 * What a courier met. Source: "problems of delivery" in the appendices of CDEK's API. A request that
 * was called off and a customer who comes for the parcel are no trouble.
 */
export const PROBLEMS = codeTable([
  [null, 'recipient_unreachable', '1'],
  [null, 'not_ready', '9'],
  [null, 'payment_due', '11'],
  [null, 'recipient_absent', '13'],
  [null, 'business_closed', '17'],
  // Another address, another town, handed to a point.
  [null, 'forwarded', '19 46 56'],
  [null, 'transport_delay', '35'],
  // A locker that is full, or too small.
  [null, 'capacity', '37 39'],
  // Lockers out of order, a point that cannot be reached.
  [null, 'carrier_exception', '38 54 57'],
  [null, 'refused', '40 52'],
  // A pass is needed, the way in costs money, closed grounds.
  [null, 'access_denied', '42 43 44'],
  [null, 'id_required', '45'],
  [null, 'address_wrong', '47 48'],
  [null, 'prohibited', '49'],
  [null, 'rescheduled', '53'],
  [null, 'investigation', '55'],
  [null, null, '36 41'],
])
