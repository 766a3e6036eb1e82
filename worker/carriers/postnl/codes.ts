/**
 * PostNL's event codes.
 *
 * Source of every row: "Event codes" among the reference data of PostNL's developer documentation
 * (T & T status codes), with its words in Dutch and English. There each event also has a status
 * (`statuses.ts`); where that is too coarse or contradicts the words ("J23 can be collected at the
 * parcel locker" stands under "delivered" and under "at pick-up location"), the words are followed.
 *
 * D, X4, X8, Y8 and Z8 are collections at the sender: what fails there is no attempt to deliver.
 */
import { codeTable } from '../code-table.ts'

const COLLECTION = [
  ['label_created', null, 'A01 A10 A71 F01 J56 J93 X80'],
  ['accepted', null, 'B01 B04 B06 C01 C02 X40 Z80'],
  // With a partner abroad; "received by PostNL", "is at PostNL".
  ['accepted', null, 'A73 A74 V12 V13 V22 V23 V50'],
  ['accepted', 'transport_delay', 'V31'],
  // Nobody there, no answer, wrong address, nothing to collect, badly packed, never handed in.
  [null, 'not_ready', 'D02 D03 D04 D05 D07 D09 D40 X43 Y80 Y81 M01'],
  [null, 'label_unreadable', 'D06'],
  [null, 'oversized', 'X42'],
  [null, 'data_missing', 'F03 F04 F05 F06 F08 F10'],
  [null, 'address_incomplete', 'F07'],
  ['cancelled', null, 'D41 H30 H31 R06'],
  // Label expired, transaction at the outlet called off: it may still come on another day.
  [null, null, 'M03 Q02'],
] as const

const MOVING = [
  ['in_transit', null, 'J01 J06 J10 J27 J28 J45 J61 R01 Q15 S05 X16 X17 X50 X51 X68'],
  // Out of, into and between countries; cleared by customs, or the papers came.
  ['in_transit', null, 'A72 A75 A76 Q12 Q13 Q16 Q17 Q18 Q19 X01 X02 X07 X08 X14 X15 X19 X52'],
  ['in_transit', null, 'X03 X04 X11 X60 X61 X62 X65 A21'],
  // On its way to an outlet, or from a locker to one.
  ['in_transit', null, 'J47 J55'],
  // The address was put right.
  ['in_transit', null, 'Y23 Y24'],
  ['in_transit', 'forwarded', 'K02 K03'],
  ['in_transit', 'customs_hold', 'X30 X63 X64 X66 Y25 Y46 Y64'],
  ['in_transit', 'customs_documents', 'X10'],
  ['in_transit', 'customs_duties', 'X67'],
  ['in_transit', 'security', 'Q14'],
  ['out_for_delivery', null, 'J05 J59 X06 X55 Y05'],
] as const

const WISHES = [
  [null, 'rescheduled', 'A12 A13 A32 A35 A42 J90'],
  [null, 'forwarded', 'A29 A30'],
  // To neighbours, a locker, an outlet: it says where it will be, not where it is.
  [null, null, 'A08 A09 A11 A27 A28 A31 A34 A94 A99'],
  // Talks with the recipient, an invitation to a second attempt, a wish to send it back.
  [null, null, 'A41 A43 A46'],
  [null, null, 'J80 K90'],
] as const

const TROUBLE = [
  // "Sorry, delivery time has been updated", "postponed until the following working day".
  [null, 'transport_delay', 'G01 G02 G05 H32 J09 J14 J22 J24 J26 J36 J39 J92 J95 K01 K25 T02'],
  [null, 'transport_delay', 'V01 V02 V03 V04 V11 V21 Y07 Y08 Y33 Y35 Y60 Y61 Y62 Y66'],
  [null, 'capacity', 'G03 J42 V06'],
  [null, 'weather', 'Y65'],
  [null, 'business_closed', 'J07 J17'],
  [null, 'oversized', 'J41 J48'],
  [null, 'held', 'K91'],
  [null, 'address_wrong', 'J33'],
  [null, 'carrier_exception', 'K15 K30'],
  [null, 'appointment_needed', 'H23 Y39'],
  [null, 'payment_due', 'A20 A22'],
  [null, 'customs_documents', 'Y48'],
  [null, 'safe_place_unavailable', 'P20 P21 P22 P23 P24'],
  [null, 'damaged', 'Y04 Y11 Y14'],
  [null, 'lost', 'Y71'],
  ['ended', 'disposed', 'K92 Y29'],
  ['ended', 'prohibited', 'Y45'],
] as const

const DOOR = [
  ['attempt_failed', null, 'H34 J08 J29 K70 K71 Y15 Y37 Y38'],
  ['attempt_failed', 'recipient_absent', 'D08 J94 K14 Y02 Y10'],
  ['attempt_failed', 'recipient_unreachable', 'Y42'],
  ['attempt_failed', 'recipient_moved', 'Y22'],
  ['attempt_failed', 'business_closed', 'Y43'],
  ['attempt_failed', 'access_denied', 'J16 K16 Y41'],
  ['attempt_failed', 'address_wrong', 'H36 Y01 Y09 Y12 Y17 Y30 Y32'],
  ['attempt_failed', 'address_incomplete', 'Y31'],
  ['attempt_failed', 'refused', 'Y03 Y13 Y44 Y50'],
  ['attempt_failed', 'id_required', 'Y36'],
  ['attempt_failed', 'payment_due', 'K41'],
  ['ready_for_pickup', null, 'I08 J02 J12 J23 J52 X05 Y26'],
  ['delivered', null, 'I01 I02 I03 I05 I06 I09 I10 I11 I12 I22 I23 J91'],
  ['delivered', null, 'Z01 Z02 Z03 Z04 Z05 Z06 Z08 Z09'],
] as const

const BACK = [
  ['returning_to_sender', null, 'H09 H16 H18 H20 H24 H51 K43 X20 X21 X22 X81 Y21'],
  ['returning_to_sender', 'refused', 'H01 H38'],
  ['returning_to_sender', 'address_wrong', 'H02 H12 Y16'],
  ['returning_to_sender', 'unclaimed', 'H03 Y20'],
  ['returning_to_sender', 'damaged', 'H04 H35 Y18'],
  ['returning_to_sender', 'recipient_absent', 'H05 H07 Y40'],
  ['returning_to_sender', 'id_required', 'H08'],
  ['returning_to_sender', 'access_denied', 'H25'],
  ['returning_to_sender', 'prohibited', 'H10 Y19'],
  ['returning_to_sender', 'oversized', 'H15 H52'],
  ['returning_to_sender', 'customs_rejected', 'H17'],
  ['returning_to_sender', 'customs_documents', 'Y47'],
  ['returning_to_sender', 'sender_request', 'H22'],
  ['returned_to_sender', null, 'I07 J63 X24'],
] as const

export const CODES = codeTable([...COLLECTION, ...MOVING, ...WISHES, ...TROUBLE, ...DOOR, ...BACK])
