/**
 * Where a driver left a parcel and why not: the codes a driver enters, on scans of type D or X.
 * Source: "DIALS codes" in the appendix of UPS's Track API, every code of it.
 */
import { codeTable } from '../../code-table.ts'

export const DRIVER = codeTable([
  [
    'delivered',
    null,
    `3F 3G 3H 8O 9E AI M1 M2 M3 M4 M5 M6 M7 M8 M9 MA MB MC MD ME MG MH MJ MK ML MM MN MP MQ MR MS MU
     MW MX NL NT OO OZ P5 UC YC ZF ZG ZH 2W A0`,
  ],
  ['ready_for_pickup', null, '1N 2Q EP ZI ZQ'],
  ['returned_to_sender', null, 'B0'],
  ['out_for_delivery', null, '2K 7K'],
  ['in_transit', null, '2D 2J 4X 7A 83 85 86 BN EQ EZ F0 F1 F3 F7 FB VS YH'],
  ['in_transit', 'transport_delay', '0 9 12 41 42 44 57 CB EF EG EK EL EM FZ'],
  ['in_transit', 'rescheduled', '32'],
  ['in_transit', 'vehicle', 'EI'],
  [null, 'weather', 'CR EJ'],
  ['in_transit', 'customs_hold', '70 B2 DK L4 RQ'],
  ['in_transit', 'customs_documents', 'ET SG'],
  ['in_transit', 'customs_rejected', 'ST'],
  ['in_transit', 'unclaimed', '5F'],
  [null, 'damaged', '28 GK'],
  [null, 'label_unreadable', '74'],
  [null, 'prohibited', '61 62 BL RN'],
  [null, 'oversized', 'BM'],
  [null, 'address_incomplete', 'F2 MV'],
  [null, 'recipient_unreachable', 'BS FC'],
  [null, 'held', 'AU'],
  [null, 'sender_request', 'HI'],
  [null, 'carrier_exception', 'KU'],
  ['label_created', 'not_ready', 'CO'],
  ['attempt_failed', 'recipient_absent', 'CI'],
  ['attempt_failed', 'business_closed', 'BI FO'],
  ['attempt_failed', 'refused', '53'],
  ['attempt_failed', 'payment_due', 'DI'],
  ['attempt_failed', 'address_wrong', '50 BO'],
  ['attempt_failed', 'address_incomplete', 'DZ'],
  ['attempt_failed', 'label_unreadable', 'CU'],
  ['attempt_failed', 'access_denied', 'OE'],
  ['attempt_failed', null, '7B DO'],
  // Codes of a gate, invoices, pickup requests, empty entries: nothing of them moves a parcel.
  [null, null, '1Z 2C 38 8N 8Q 98 EA EB EC EE FD FI FV GW L6 LM MY NS NX PF SB SE TW UJ ZE'],
])
