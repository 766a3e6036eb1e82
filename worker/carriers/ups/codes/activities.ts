/**
 * Codes of activity types I, P, M and U, and the types themselves.
 * Source: "ULD codes", "Manifest codes", "Updates codes" and "Package activity types" in the
 * appendix of UPS's Track API.
 */
import { codeTable } from '../../code-table.ts'

/** Movement scans: types I and P. */
export const MOVEMENTS = codeTable([
  ['label_created', null, 'OC PL SP'],
  ['accepted', null, 'OR PC PT PU XD'],
  ['in_transit', null, 'AG AR AT DP DS EP HU IP LC LM UA UD UL WH XA XR YH YM YN YP'],
  ['out_for_delivery', null, 'DL OD OF OT YF YI'],
  // Corrections of scans, and a pickup that was called off: the parcel is where it was.
  [null, null, 'CA CD CL VP'],
])

/** What the shipper announced: types M and MV. */
export const MANIFEST = codeTable([
  ['label_created', null, 'DP MP RD'],
  ['cancelled', null, 'VP'],
])

/** Type U, in Track Alert only: a new date or a photo, no event. */
export const UPDATES = codeTable([[null, null, 'PX UP UT']])

/** What a type says by itself. X says only that something happened: nothing is guessed from it. */
export const TYPES = codeTable([
  ['delivered', null, 'D'],
  ['in_transit', null, 'I DO DD W'],
  ['label_created', null, 'M'],
  ['cancelled', null, 'MV'],
  ['accepted', null, 'P'],
  [null, null, 'X U NA'],
])
