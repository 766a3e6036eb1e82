/**
 * UPS Mail Innovations: parcels that postal services bring for UPS. These codes overlap UPS's own
 * with other meanings, so they count only for numbers of that network (`meaning.ts`).
 * Source: "Mail Innovations" in the appendix of UPS's Track API, every code of it. Where one code
 * has two texts by information source, both mean the same here.
 */
import { codeTable } from '../../code-table.ts'

export const MAIL = codeTable([
  ['label_created', null, '2N ML MP MQ Q0'],
  ['accepted', null, '2O MV VS Q1 PA'],
  [
    'in_transit',
    null,
    `1B DQ DR DS DY DZ EN MR MU MW MX MY MZ OF P2 P3 P7 P8 PB Q2 Q3 Q4 XA YH YI ZN ZR ZS ZT ZU
     ZV ZW ZX ZY ZZ P5 Q7`,
  ],
  ['in_transit', 'customs_hold', 'MS P4 PD PK Q6 QM QN QQ'],
  ['in_transit', 'customs_documents', 'PO QA QB QC QD QE QF QG QH QI QJ QK QL QP'],
  ['in_transit', 'prohibited', 'Q8 Q9 R8'],
  ['in_transit', 'rescheduled', 'DM EB MT R6'],
  ['in_transit', 'weather', 'EA PY'],
  ['in_transit', 'transport_delay', '00 PM R4'],
  ['in_transit', 'missorted', 'RN SN'],
  ['in_transit', 'forwarded', 'S4 S5 S6 S7 S8 YG'],
  ['in_transit', 'held', 'QY'],
  ['in_transit', 'recipient_moved', 'QZ'],
  ['in_transit', 'recipient_unreachable', 'R0'],
  ['in_transit', 'recipient_absent', 'R2 SR'],
  ['in_transit', 'address_wrong', 'PI PN R5'],
  ['in_transit', 'payment_due', 'R7'],
  ['in_transit', 'lost', 'YM'],
  ['in_transit', 'carrier_exception', 'Q5'],
  [null, 'damaged', 'PH PX QR R3'],
  ['out_for_delivery', null, '1A EL P9 RB RE'],
  ['out_for_delivery', 'payment_due', 'RC'],
  ['out_for_delivery', 'transport_delay', 'RD'],
  ['attempt_failed', null, 'EM P6 QS QT RF RG'],
  ['attempt_failed', 'recipient_absent', 'DX QU RI'],
  ['attempt_failed', 'access_denied', 'DO DU ZM EC'],
  ['attempt_failed', 'safe_place_unavailable', 'DV DW'],
  ['attempt_failed', 'refused', 'PG PL PU QX YE'],
  ['attempt_failed', 'rescheduled', 'QW'],
  ['attempt_failed', 'damaged', 'QV'],
  ['attempt_failed', 'address_wrong', 'EG EH RH RK RM RR YF YJ'],
  ['attempt_failed', 'address_incomplete', 'EE RJ'],
  ['attempt_failed', 'recipient_moved', 'EF YK'],
  ['attempt_failed', 'prohibited', 'RL'],
  ['ready_for_pickup', null, '1C 1D AU DN ED P0 PC PE R1 RP SO YD'],
  ['ready_for_pickup', 'unclaimed', 'RA'],
  ['delivered', null, '1E 1G DL F4 P1 PP RQ YC'],
  ['returning_to_sender', null, 'EJ EK PT PV PW S9 SD SL SM SP XO'],
  ['returning_to_sender', 'unclaimed', 'EI KP PJ SJ'],
  ['returning_to_sender', 'data_missing', 'PQ'],
  ['returning_to_sender', 'prohibited', 'PR SI'],
  ['returning_to_sender', 'address_wrong', 'PS SF SK'],
  ['returning_to_sender', 'address_incomplete', 'SE'],
  ['returning_to_sender', 'recipient_moved', 'SA'],
  ['returning_to_sender', 'recipient_absent', 'SB'],
  ['returning_to_sender', 'damaged', 'SG XD'],
  ['returning_to_sender', 'refused', 'SC SH'],
  ['returned_to_sender', null, '1F SQ'],
  ['ended', 'lost', 'R9'],
  ['ended', 'seized', 'RS RT RU RV RW RX RY RZ S0 S1 S2 S3'],
  ['ended', 'disposed', 'YL'],
  // A reminder to the addressee; data sent ahead.
  [null, null, 'DP PF'],
])
