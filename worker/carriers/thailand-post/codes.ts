/**
 * Thailand Post's status codes.
 *
 * Source: "สถานะ" in the developer guide of its Track & Trace API; 103 and 201 in its sample. 302 is
 * delivery to a point from which the addressee fetches it, 402 a notice that it lies at the office.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  ['label_created', null, '101'],
  ['accepted', null, '102 103'],
  ['cancelled', null, '104'],
  ['in_transit', null, '201 204 205 206 207 208 209 210 211 212 213'],
  ['in_transit', 'customs_hold', '202'],
  ['returning_to_sender', null, '203'],
  ['out_for_delivery', null, '301'],
  ['ready_for_pickup', null, '302 402'],
  [null, null, '303'],
  ['attempt_failed', null, '401'],
  ['delivered', null, '501'],
  // Money collected was passed on.
  [null, null, '901'],
])
