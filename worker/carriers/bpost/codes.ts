/**
 * bpost's state codes. bpost publishes no list of them.
 *
 * Sources: T00, L00 and U01 from a recorded answer; all other rows from an open-source connector's
 * map, where it gives both a status and a reason both are followed. It has L00 as on hold, while bpost
 * says "BoundToRound - out_for_distribution"; so its "on hold", "delayed" and "failed" without a reason
 * place no parcel here. It has B04 twice, in transit and failed because nobody was there.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  ['in_transit', null, 'T00 N14 R00 R01 R02 R03 R04 R05'],
  ['out_for_delivery', null, 'L00'],
  ['delivered', null, 'U00 U01 U02 U03 U04 U05 U06 U07 U08'],
  ['ready_for_pickup', null, 'N74 R13'],
  ['in_transit', 'customs_hold', 'B00 B01 B02'],
  ['attempt_failed', 'refused', 'B03 B23'],
  ['attempt_failed', 'recipient_absent', 'B04'],
  ['attempt_failed', 'damaged', 'B05 B08'],
  ['attempt_failed', 'address_wrong', 'B06 B07 B09 B10'],
  [null, 'recipient_absent', 'N01 N02'],
  [null, 'business_closed', 'N03'],
  [null, 'transport_delay', 'N04 N05 N06 N07 N08 N10 N11 N12 N13 N16 N28 N32 P00'],
  [null, 'transport_delay', 'N91 N92 N93 N94 N95 N96'],
  [null, 'held', 'B11 B12 B13 B18 B24 B28 C00'],
  [null, 'held', 'I03 I10 I11 I12 I18 I19 I58 I61 I66 I67 I68 I72 I88'],
  [null, 'carrier_exception', 'R11 R12 S00 T03'],
])
