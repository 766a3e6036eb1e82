/**
 * DHL eCommerce Europe and PPL (services `ecommerce-europe`, `ecommerce-ppl`). Source: the list of
 * status codes of the Unified API, with DHL's words. A handover to a shop, station or post office
 * (43 to 46), which that list files under "delivered", is a parcel that waits there to be fetched.
 */
import { codeTable } from '../../code-table.ts'

const PROGRESS = [
  // Until it is with DHL, also at whoever sorts for the sender.
  ['label_created', null, '1 254 367 368 369 370'],
  ['accepted', null, '2 3 4 5 6 7 8 9 14 15 16 17 226 228'],
  [
    'in_transit',
    null,
    `19 20 22 23 25 26 27 28 29 30 31 32 33 37 38 40 41 47 130 133 230 231 232 233 234 235 236 237
     238 240 242 255 354 355 356 363 364 365 377 378 379 380`,
  ],
  ['out_for_delivery', null, '42'],
  ['ready_for_pickup', null, '43 44 45 46'],
  ['delivered', null, '63 64 65 66 67 68 69 70 71 302'],
  ['delivered', 'damaged', '306'],
] as const

const ATTEMPTS = [
  ['attempt_failed', null, '72 154 156 161 217 222 223 253'],
  ['attempt_failed', 'recipient_absent', '73 74 75 85 372'],
  ['attempt_failed', 'refused', '76 207 208 209 210 211'],
  ['attempt_failed', 'payment_due', '77 78 86 214 215'],
  ['attempt_failed', 'address_wrong', '79 80 206'],
  ['attempt_failed', 'recipient_moved', '81'],
  ['attempt_failed', 'id_required', '82 330'],
  ['attempt_failed', 'damaged', '83'],
  ['attempt_failed', 'business_closed', '87 90 96 395'],
  ['attempt_failed', 'capacity', '88 91 93 97 265'],
  // Too large or heavy for the place; against the locker's terms.
  ['attempt_failed', 'oversized', '89 92 98 200'],
  ['attempt_failed', 'prohibited', '95'],
  ['attempt_failed', 'safe_place_unavailable', '94'],
  ['attempt_failed', 'rescheduled', '218 219'],
  ['attempt_failed', 'forwarded', '159'],
  ['attempt_failed', 'weather', '264'],
] as const

const TROUBLE = [
  [null, 'recipient_absent', '141'],
  [null, 'rescheduled', '142 172 194'],
  [null, 'weather', '266'],
  [null, 'capacity', '267'],
  [null, 'payment_due', '268'],
  [null, 'held', '269'],
  [null, 'oversized', '358'],
  [null, 'carrier_exception', '392'],
  ['in_transit', 'customs_hold', '258'],
] as const

const BACK = [
  ['returning_to_sender', 'unclaimed', '99 100 101 102 155'],
  ['returning_to_sender', 'held', '149'],
  ['returning_to_sender', 'refused', '151'],
  ['returning_to_sender', 'customs_rejected', '152'],
  ['returning_to_sender', 'recipient_moved', '157'],
  ['returning_to_sender', 'data_missing', '259'],
  ['returning_to_sender', null, '160 248 249'],
  ['returned_to_sender', null, '366'],
] as const

const NOTES = [
  // The recipient was told, or asked for something else.
  [null, null, '52 53 56 57 58 59 60 61 62'],
] as const

export const EUROPE = codeTable([...PROGRESS, ...ATTEMPTS, ...TROUBLE, ...BACK, ...NOTES])

export const PPL = codeTable([
  ['label_created', null, '900'],
  ['accepted', null, '150'],
  ['in_transit', null, '300 400 500'],
  ['ready_for_pickup', null, '343'],
  ['delivered', null, '450'],
  [null, 'rescheduled', '460'],
  ['attempt_failed', 'refused', '464'],
  ['ended', 'lost', '997'],
  ['cancelled', null, '999'],
])
