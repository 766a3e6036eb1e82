/**
 * Operations of Russian Post and their attributes, as `type/attribute`; a type alone is what an attribute
 * means that is not listed.
 *
 * Source of every row: Russian Post's directory of operation codes and attributes, as an open-source
 * shop transcribes it. 8/2 ("arrived at the place of delivery") is a parcel that waits at its office. A
 * transport company's "delivered" (31/21) is at the airport. Operations on notices, postage and money,
 * and reminders of a term of storage, say nothing of where a parcel is.
 */
import { codeTable } from '../code-table.ts'

const SENT = [
  // Electronic registration, a number that was given, papers made out beforehand.
  ['label_created', null, '20 27 28 37'],
  ['cancelled', null, '46'],
  [null, 'not_ready', '44'],
  [null, 'sender_request', '26/1'],
  ['accepted', null, '1'],
] as const

const MOVING = [
  ['in_transit', null, '8 9 10 11 13 14 19 29 31 32 33'],
  ['in_transit', 'forwarded', '4 8/11'],
  ['in_transit', 'missorted', '4/3 5/3'],
  ['in_transit', 'security', '4/4'],
  ['in_transit', 'held', '4/5'],
  ['in_transit', 'unclaimed', '4/6'],
  ['in_transit', 'carrier_exception', '4/7'],
  // Not loaded.
  ['in_transit', 'transport_delay', '31/7 31/57'],
  [null, 'address_incomplete', '8/21'],
  [null, 'investigation', '8/29'],
  [null, 'sender_request', '8/36'],
  [null, 'security', '8/47'],
  [null, null, '8/10 8/16 8/19 8/23 8/24 8/25 8/26 8/27 8/28 8/33 8/34 8/35 8/37 8/38 8/42 8/43'],
  [null, null, '8/45 8/46 8/48'],
] as const

const CUSTOMS = [
  ['in_transit', 'customs_hold', '14/2 14/7 14/8 14/9 14/11 14/18 14/19 14/21 14/24 24'],
  ['in_transit', 'customs_rejected', '14/4 14/17 14/20 14/23 14/25'],
  ['in_transit', 'customs_documents', '14/5 14/15'],
  ['in_transit', 'customs_duties', '14/6 14/14'],
  ['in_transit', 'prohibited', '24/1019 24/1020 24/1070'],
  ['in_transit', 'customs_documents', '24/1050 24/1051 24/1052 24/1053 24/1054 24/1055 24/1056'],
  ['in_transit', 'customs_documents', '24/1059 24/1060 24/1061 24/1065 24/1073'],
  ['in_transit', 'recipient_unreachable', '24/1057'],
  // A declaration goes ahead of its parcel.
  [null, 'customs_hold', '39/3 39/4 40/2'],
  [null, 'customs_documents', '39/5'],
  [null, 'customs_rejected', '39/6 39/9 40/3 5/8'],
  [null, null, '39 40 41'],
] as const

const DOOR = [
  // To the courier, to the postman.
  ['out_for_delivery', null, '8/15 8/18'],
  ['ready_for_pickup', null, '6 8/2 8/9 8/14'],
  ['delivered', null, '2 21 48'],
  ['attempt_failed', null, '5'],
  ['attempt_failed', null, '22 22/9'],
  ['attempt_failed', 'access_denied', '22/1 22/6'],
  ['attempt_failed', 'address_wrong', '22/2 22/3 22/4'],
  ['attempt_failed', 'refused', '22/5'],
  ['attempt_failed', 'recipient_moved', '22/7 22/8'],
  // Not into the locker, not into the point.
  ['attempt_failed', null, '50 51'],
  ['attempt_failed', 'carrier_exception', '50/1 50/2 50/6 51/3'],
  ['attempt_failed', 'access_denied', '50/3'],
  ['attempt_failed', 'transport_delay', '50/4 51/4'],
  ['attempt_failed', 'capacity', '50/5 50/7'],
  ['attempt_failed', 'business_closed', '51/1 51/2'],
  [null, 'capacity', '52'],
  [null, 'held', '7 15 23'],
  [null, 'unclaimed', '7/2 8/40'],
  [null, 'prohibited', '7/3'],
  [null, 'investigation', '7/4'],
  [null, 'oversized', '35/2 35/3'],
  [null, 'damaged', '35/4'],
  [null, 'data_missing', '38'],
  [null, 'address_wrong', '38/4'],
  [null, 'sender_request', '38/13'],
  [null, 'missorted', '38/25'],
] as const

const BACK = [
  ['returning_to_sender', null, '3 8/41'],
  ['returning_to_sender', 'unclaimed', '3/1'],
  ['returning_to_sender', 'sender_request', '3/2 3/14'],
  ['returning_to_sender', 'recipient_absent', '3/3'],
  ['returning_to_sender', 'refused', '3/4'],
  ['returning_to_sender', 'address_wrong', '3/6 3/8 3/10'],
  ['returning_to_sender', 'customs_rejected', '3/7'],
  ['returning_to_sender', 'security', '3/12'],
  ['returning_to_sender', 'customs_hold', '3/13'],
  // To the sender, of the operations that hand over.
  ['returned_to_sender', null, '2/2 2/4 2/7 2/9'],
  ['ended', 'lost', '5/1 18'],
  ['ended', 'seized', '5/2'],
  // Destroyed, or made the post's own.
  ['ended', 'disposed', '16 17'],
] as const

const NOTES = [[null, null, '25 26 30 34 35 36 43 45 47 49']] as const

/** Source: as above. Death of the addressee is no reason of ours. */
const FAILED = [
  [null, '8 9 11 17 26'],
  ['recipient_absent', '1'],
  ['rescheduled', '2'],
  ['address_incomplete', '3'],
  ['address_wrong', '4'],
  ['recipient_moved', '5 16'],
  ['refused', '6'],
  ['disaster', '7'],
  ['recipient_unreachable', '10 21'],
  ['unclaimed', '12'],
  ['sender_request', '13'],
  ['damaged', '14'],
  ['payment_due', '15'],
  // No delivery to the door there.
  ['out_of_area', '18'],
  ['customs_rejected', '19'],
  ['customs_documents', '20'],
  ['strike', '22'],
  ['prohibited', '23 24'],
  ['missorted', '25'],
  ['holiday', '27'],
  ['lost', '28'],
] as const

/** A failed attempt, and a second one, fail for the same reasons. */
const ATTEMPTS = ['12', '42'].flatMap((type) => [
  ['attempt_failed', null, type] as const,
  ...FAILED.map(
    ([reason, attributes]) =>
      ['attempt_failed', reason, attributes.replace(/\d+/g, `${type}/$&`)] as const,
  ),
])

export const CODES = codeTable([
  ...SENT,
  ...MOVING,
  ...CUSTOMS,
  ...DOOR,
  ...ATTEMPTS,
  ...BACK,
  ...NOTES,
])
