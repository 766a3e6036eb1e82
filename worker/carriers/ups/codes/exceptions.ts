/**
 * What went wrong: the two-character codes of activity type X. Source: "Package exceptions" in the
 * appendix of UPS's Track API, every code of it, read by its text.
 *
 * A milestone is given where the text places the parcel. Trouble that may come anywhere, even after
 * delivery or in the van ("may be delayed", "was damaged"), has a reason and no milestone. A text
 * in the past tense about a return only starts it: it is over with status 34 or 67.
 */
import type { Group } from '../../code-table.ts'
import { codeTable } from '../../code-table.ts'

const CUSTOMS: readonly Group[] = [
  [
    'in_transit',
    'customs_hold',
    `5 1U 2N 2T B4 B8 BW BX CE DE E4 E8 E9 L3 OB R4 R5 RD RE RM RP RZ SF SS VK X2 X3 X7 XJ XK XL XY
     R1 RJ RU SV T9 YA Y1 Y4 Z1 LV TG TT MI CN CP OI TE CT X9`,
  ],
  [
    'in_transit',
    'customs_documents',
    `29 1W 2B 7U B5 BG BH BJ BK BP DY EU EV EW FE GF GZ OQ R7 RR RS S2 S3 SJ SL SP X6 XA XB
     XE 40 71 4T 7T AO BA BB BD BE CX DN FF L2 L5 OT R6 RA S1 SN VP X5 X8 XC XG XN XO XV XW
     43 B9 CZ D0 RX 7P`,
  ],
  ['in_transit', 'customs_duties', '1C 7F EY'],
  ['in_transit', 'customs_rejected', 'ES'],
  // Being prepared, reviewed, cleared or paid: nothing is asked of anybody any more.
  ['in_transit', null, '4C 7M B3 B6 BV C3 D5 DB ER HW S4 S5 SI SY X4 7I Y5 Z3 DA X0 W8 1D'],
  ['in_transit', 'transport_delay', 'XZ'],
  ['returning_to_sender', 'customs_hold', 'CF'],
  ['returning_to_sender', 'customs_documents', '7H'],
]

const DELAYS: readonly Group[] = [
  [
    null,
    'transport_delay',
    `4 8 31 1V 2H 2Y 3A 3B 3C 7Y CC E3 NW UK 9M 9N 9O 9P 9Q 9R 9T 9U 9V 9X 9Y 9Z 3T 7Z C6 8Y 8Z DU
     Q1 TI GC EH EN 1B 1L 1X HA HH 87 7N 4Y GV TN DG H7`,
  ],
  [
    'in_transit',
    'transport_delay',
    '1 3 11 15 17 18 19 1K 1Q 22 2Z 4K 9S 6E 9L CD CK CL CM DC ED FG HG MT NP OD OS P6 S8',
  ],
  ['in_transit', 'vehicle', '16 23 68 1O 7G CQ DR GH GI LE LF'],
  ['in_transit', 'capacity', '1G 1H'],
  ['in_transit', 'missorted', '6 7 34 8G D1 YI'],
  ['in_transit', 'security', '7R 7S G6 G9'],
  [null, 'weather', '1E 2A 3D 6D 7V 7W 7X C5 DJ PZ'],
  [null, 'disaster', 'DF'],
  [null, 'strike', 'B1 Q0 RY'],
  ['in_transit', 'holiday', 'AZ'],
  ['in_transit', 'rescheduled', '2 14 3U 8K 8L AH IB IJ O6 RO TH UT VD'],
  ['in_transit', 'business_closed', 'VL'],
  ['label_created', 'transport_delay', 'K1'],
  ['accepted', 'not_ready', '8A K2'],
  ['label_created', 'not_ready', 'G4 G5 KY TC YW'],
]

const ADDRESS: readonly Group[] = [
  [null, 'address_incomplete', 'A8 A9 AA AG AV CY E1 FA H2 H5 TF'],
  [null, 'address_wrong', 'A5 A6 AB AC AD AE AF AK AL AW CW H1 H3 H4 OJ PH'],
  [null, 'recipient_moved', 'A7 C8 DW'],
  [null, 'out_of_area', '46 47 D4 DQ'],
  [null, 'forwarded', '3R 5S 5V 5W 6G E0 HM O7 TB UD YG'],
  [null, 'access_denied', '95'],
]

const RECIPIENT: readonly Group[] = [
  ['attempt_failed', 'recipient_absent', '48 49 7L AX C4 KX OH'],
  ['attempt_failed', 'business_closed', '3J 55 AY G3 L1 ZM'],
  ['attempt_failed', 'capacity', '3L'],
  ['attempt_failed', 'signature_required', 'FM G7 G8'],
  ['attempt_failed', 'id_required', 'IQ IR PI'],
  ['attempt_failed', 'payment_due', '51 52 KZ'],
  ['attempt_failed', 'refused', 'AM AN AP AQ AS KI KR KS KT YE'],
  ['attempt_failed', 'damaged', 'KQ'],
  ['attempt_failed', 'safe_place_unavailable', '84'],
  ['attempt_failed', 'address_wrong', 'YF'],
  ['attempt_failed', null, '2X 5R 5Z 6R 89 GB HQ YD'],
  [null, 'payment_due', 'D9'],
  [null, 'recipient_unreachable', 'BQ BR BT DD DT VI VJ Y2 Y3'],
  [null, 'appointment_needed', '7Q I3'],
  [null, 'safe_place_unavailable', '5U 6Z 7E'],
  [null, 'rescheduled', 'AT OL S6'],
  [null, 'held', '39 3S 5T 72 4Q BF LI MF O5 O8 O9 S7 TO UG UZ VE VF VN XS Y7'],
  [null, 'sender_request', '37 78 FW G1 JC JH JI JJ K8 T3'],
]

const GOODS: readonly Group[] = [
  [null, 'damaged', '13 45 67 A4 HR TV'],
  ['in_transit', 'damaged', '66 A3'],
  ['delivered', 'damaged', '64 HD HE'],
  ['returning_to_sender', 'damaged', '65 A1'],
  ['ended', 'damaged', 'A2'],
  [null, 'lost', 'AJ'],
  ['in_transit', 'lost', '25 S9 TJ YM'],
  ['returning_to_sender', 'lost', '24 27'],
  ['ended', 'lost', '26'],
  [null, 'investigation', 'F8 UO UP'],
  ['ended', 'disposed', '8D BZ NI YL'],
  ['ended', 'seized', '1F IY J0'],
  [null, 'prohibited', '60 73 9F D2 DP HK HO I2 OR TX U0 U3 UN UR US'],
  [null, 'oversized', '4P C9 CA CV EX'],
  [null, 'label_unreadable', '4Z 91 CH CJ DS YV'],
  [null, 'data_missing', '33 C7 OM'],
  [null, 'carrier_exception', '1A 4R 63 6T 99 D7 H9 TA TK'],
]

const RETURNS: readonly Group[] = [
  ['returning_to_sender', null, '4S DL H8 KP O4 PP RV UA UF YK'],
  ['returning_to_sender', 'sender_request', 'CS I1'],
  ['returning_to_sender', 'unclaimed', '3N 6C'],
  ['returning_to_sender', 'address_incomplete', 'TU'],
  ['returning_to_sender', 'address_wrong', 'YJ'],
  ['returning_to_sender', 'refused', '8H'],
  ['returning_to_sender', 'prohibited', '90 O0 XU'],
]

const PROGRESS: readonly Group[] = [
  ['label_created', null, '9C 9J 9K TR'],
  ['cancelled', null, '5D'],
  ['accepted', null, 'HF P4 Z5'],
  [
    'in_transit',
    null,
    `1M 1P 8R SX I8 2O 2R 2S 2U 8M 2V 3P ZO 3V 4B 4F 4H 4I 4J 4M 6H 6I 6J 6K 6L 6P 76 77 VZ 7C 7D EO
     F0 F3 F7 GD HL IP LX LY OA P7 PG RB RC RI RW UI VA VG VX XD Y9 YR YT YX ZD ZK ZL ZN ZV ZW ZX ZY
     ZZ 9I`,
  ],
  ['out_for_delivery', null, 'RK RL ZS'],
  ['ready_for_pickup', null, '54 5G 6B 8I E2 I5 LZ UE VB ZP'],
  ['delivered', null, '56 59 F4 FN FT K7 KM KN'],
]

/** Claims, refunds, temperature care, wishes and notes: nothing of them moves a parcel. */
const NOTES: readonly Group[] = [
  [
    null,
    null,
    `1T 2E 2G 30 3Q 3W 3Z 4L 4N 5A 5B 6W 6X 79 8C 8E 8F 92 93 9D CG E7 F5 GN GO GQ GR H6 HJ HN I9 J8
     J9 JA JB K5 K6 KO L0 L8 LH LN LO LQ LU O1 O2 O3 R3 R8 RF RG RH S0 SO SU T4 T5 T6 T7 T8 TL TS UL
     UW UX V9 VH VM VQ VR VU VV VW YS YU Z7 Z8 ZA ZB ZC ZU`,
  ],
]

export const EXCEPTIONS = codeTable([
  ...CUSTOMS,
  ...DELAYS,
  ...ADDRESS,
  ...RECIPIENT,
  ...GOODS,
  ...RETURNS,
  ...PROGRESS,
  ...NOTES,
])
