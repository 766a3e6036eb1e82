/**
 * Blue Dart's scan codes, in two groups whose numbers overlap: S, what was done with the parcel, and
 * T, what is to be said of it ("non-service-level"). Only both together are a code.
 *
 * Source: the list of groups, codes and words as Indian shipping aggregators publish it. S-002 and
 * S-001, -003, T-000 and -062 stand with the same words in published answers. A reason without a
 * milestone: the parcel lies where it lay.
 */
import { codeTable } from '../code-table.ts'

export const DONE = codeTable([
  ['label_created', null, '030'],
  // "Pick up scan on field".
  ['accepted', null, '015'],
  [
    'in_transit',
    null,
    '001 003 004 005 006 007 009 011 012 013 014 020 021 022 023 025 026 027 100',
  ],
  ['out_for_delivery', null, '002'],
  // Undelivered shipment held at location; overage deleted; change in weight.
  [null, null, '024 008 106'],
  // "Shipment shortage".
  [null, 'investigation', '010'],
])

/** At the door, or kept from it. */
const DOOR = [
  ['delivered', null, '000'],
  ['delivered', 'damaged', '086'],
  ['out_for_delivery', null, '092'],
  ['ready_for_pickup', null, '206 208'],
  ['attempt_failed', 'business_closed', '003 004 069'],
  ['attempt_failed', 'address_wrong', '008 010 012 056 205'],
  ['attempt_failed', 'address_incomplete', '009 139'],
  ['attempt_failed', 'refused', '011 044 201 202 203 204 777'],
  ['attempt_failed', 'recipient_absent', '013 019 020 151 175'],
  ['attempt_failed', 'recipient_moved', '014'],
  ['attempt_failed', 'payment_due', '062 187'],
  ['attempt_failed', 'id_required', '076'],
  ['attempt_failed', 'access_denied', '137 308'],
  [null, 'rescheduled', '001 029 036'],
  [null, 'out_of_area', '002 121 143'],
  [null, 'holiday', '005'],
  [null, 'appointment_needed', '120'],
  [null, 'address_incomplete', '061 149'],
  [null, 'address_wrong', '042'],
  [null, 'held', '006 045 110 147 217 218'],
] as const

const MOVING = [
  [
    'in_transit',
    null,
    '022 028 035 040 041 053 065 072 073 075 085 087 088 089 101 136 156 159 161',
  ],
  ['in_transit', null, '169 170 171 172 176 184 210 219 220 221 222 223 224'],
  ['in_transit', 'forwarded', '026 027 050 090'],
  [null, 'customs_duties', '030 064'],
  [null, 'customs_hold', '038'],
  [null, 'data_missing', '046 063 174 189'],
  [null, 'missorted', '031 037 048 049 058 068 077 093 145 157 185'],
  [
    null,
    'transport_delay',
    '007 032 033 052 054 055 057 059 066 079 080 082 083 100 103 106 107 301',
  ],
  [null, 'transport_delay', '310 313 315 316'],
  [null, 'capacity', '166 211 212 213 214 215'],
  [null, 'weather', '024 305 307'],
  [null, 'disaster', '017 071 304'],
  [null, 'strike', '067'],
  [null, 'vehicle', '302 306 312'],
  [null, 'security', '039 146 216'],
  [null, 'held', '303 309 311 314'],
  [null, 'damaged', '084 130'],
  [null, 'investigation', '047 094 162 173 186 190'],
  [null, 'carrier_exception', '148'],
] as const

const END = [
  ['returning_to_sender', null, '016 034 043 060 074 104 105 123 209'],
  ['returned_to_sender', null, '118 188'],
  ['cancelled', null, '098'],
  ['ended', 'lost', '021'],
  ['ended', 'disposed', '025 070 141 177'],
  ['ended', 'damaged', '129 178'],
  ['ended', 'seized', '135'],
  [null, 'seized', '078 154'],
  // Known, and nothing about where the parcel is: papers, counts, partly delivered, history files.
  [null, null, '051 081 091 095 096 097 099 102 111 132 133 140 142 150 152 155 160 163 179 180'],
  [null, null, '181 182 183 207'],
] as const

export const SAID = codeTable([...DOOR, ...MOVING, ...END])
