/**
 * Freight and forwarding: the three-digit activity codes and the freight exceptions. They overlap
 * the parcel network's with other meanings, so they count only for freight numbers (`meaning.ts`).
 * Source: "Freight forwarding activity" and "Freight exception codes" in the appendix of UPS's
 * Track API, every code of both.
 */
import { codeTable } from '../../code-table.ts'

export const FREIGHT_ACTIVITIES = codeTable([
  ['label_created', null, '001 003 037 038 039 059 061 072 074'],
  ['accepted', null, '002 015 017 046 051'],
  [
    'in_transit',
    null,
    `005 007 009 010 016 020 027 028 029 030 031 033 034 035 040 043 044 048 049 052 054 057 062 063
     065 066 067 068 069 070 080`,
  ],
  ['in_transit', 'customs_hold', '056'],
  ['out_for_delivery', null, '011 055 060'],
  ['delivered', null, '012 050'],
  [null, 'carrier_exception', '013'],
  ['cancelled', null, '014'],
  // Documents, planned dates, packing, and pieces counted short: the shipment is where it was.
  [null, null, '000 004 006 022 032 036 041 042 045 047 053 058 073'],
])

export const FREIGHT_EXCEPTIONS = codeTable([
  ['in_transit', 'vehicle', '01 43 62 EF MB TM UQ'],
  [
    'in_transit',
    'transport_delay',
    `04 18 19 22 39 40 44 49 60 64 67 71 72 77 42 87 88 89 90 91 94 98 A4 AR C3 D3 F3 FX GD HA HD I6
     IJ IL IK IN IO MS U4 UL UM UZ 92`,
  ],
  ['in_transit', 'capacity', '32 41 BL BM BP IM SA'],
  ['in_transit', 'weather', '05 BW'],
  ['in_transit', 'disaster', '45'],
  ['in_transit', 'holiday', '55 DH HN IP'],
  ['in_transit', 'missorted', '82 96 MR'],
  ['in_transit', 'security', '69 IC IT'],
  ['in_transit', 'out_of_area', '38 IA'],
  ['in_transit', 'rescheduled', 'E1 E2 E5'],
  ['in_transit', 'forwarded', '83 85 E6'],
  ['in_transit', 'held', '20 21 24 33 95 A5 F2 HU 53 66 U6 UH'],
  [null, 'address_incomplete', 'UG'],
  ['in_transit', 'customs_hold', '11 61 84 99 A1 A2 A3 C7 EC HC G1 G2 HG 46'],
  [
    'in_transit',
    'customs_documents',
    '25 26 48 52 57 70 73 75 DP HE I1 I2 I3 I5 IF IG IQ LD G3 G4 G5 56',
  ],
  ['in_transit', 'customs_duties', '58'],
  ['in_transit', 'payment_due', 'IH'],
  ['in_transit', 'data_missing', '47 74 I4'],
  ['in_transit', 'label_unreadable', '65'],
  ['in_transit', 'oversized', '79 93 U2'],
  ['in_transit', 'prohibited', '54 DG'],
  ['in_transit', 'carrier_exception', '03 78 81 TE TI'],
  ['in_transit', 'appointment_needed', '07 08 UI UK B3 B4 B6 B7 B8 B9 C0'],
  ['in_transit', null, '68 DE E4 EX'],
  [null, 'damaged', '06 12 14 15 27 80 97 E8 E9 UJ'],
  [null, 'lost', 'LC PS UX'],
  [null, 'investigation', '34'],
  ['ready_for_pickup', null, '09'],
  ['attempt_failed', null, '02 IE'],
  ['attempt_failed', 'business_closed', 'UF'],
  ['attempt_failed', 'refused', 'D1 D5 E7 II RF UY'],
  ['attempt_failed', 'damaged', 'D4'],
  ['delivered', null, '63'],
  ['delivered', 'refused', '10'],
  ['delivered', 'lost', '31'],
  ['label_created', 'not_ready', '76 UN'],
  ['cancelled', null, '50 SC'],
  ['returning_to_sender', 'sender_request', '86'],
  ['ended', 'seized', '35 HF'],
  // Counts too many or short, filings accepted, comments.
  [null, null, '16 17 28 29 30 36 51 59 AS D2 DX F1 IS U3'],
])
