/**
 * Hermes' status codes, of four digits, and the nine-digit codes they stand for.
 *
 * Source: Hermes Germany's list of event codes (2025), with Hermes' words. An open-source connector
 * has 4500 as a failed delivery; the list says that a stocktaking found it in storage. 4000, 5000,
 * 6000 and 7000 are known from that connector alone.
 */
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'

const PROGRESS = [
  ['label_created', null, '0000'],
  // Announced, and not yet at its depot after a day, two, seven, four weeks.
  [null, 'transport_delay', '0600 0700 0800 0900'],
  // Left the client's warehouse; taken over after collection, brought to a branch or a ParcelShop.
  ['accepted', null, '1000 1900 1901 1910 2400'],
  // Sorted, arrived, left the depot, with a partner abroad or for an island.
  ['in_transit', null, '1510 1610 1810 1820 2000 2300 3010 3300 3430 4025 4070 6090'],
  ['in_transit', null, '1710 1720'],
  ['in_transit', 'customs_hold', '1730'],
  ['in_transit', 'customs_rejected', '1751'],
  ['in_transit', 'data_missing', '2100'],
  ['in_transit', 'missorted', '3780 4080 6086 6087'],
  ['in_transit', 'forwarded', '6088'],
  ['in_transit', 'held', '4100'],
  ['in_transit', 'sender_request', '4095'],
  ['out_for_delivery', null, '3000'],
  ['ready_for_pickup', null, '3410'],
  ['delivered', null, '3500 3510 3511 3520 3530'],
] as const

/** 37xx on tour, 40xx back at the depot. */
const ATTEMPTS = [
  ['attempt_failed', 'refused', '3710 4010'],
  ['attempt_failed', 'payment_due', '3715 4015'],
  ['attempt_failed', 'address_wrong', '3720 4020'],
  ['attempt_failed', 'oversized', '4024'],
  ['attempt_failed', 'recipient_absent', '3731 3732 3733 3734 4031 4032 4033 4034'],
  // The tour was broken off: illness, vehicle, working hours.
  ['attempt_failed', 'transport_delay', '3750 4050'],
  // A TAN missing or wrong; photo, name, birthday, number, PIN or age that do not match.
  ['attempt_failed', 'id_required', '3751 3752 3753 3754 4051 4052 4053 4054'],
  ['attempt_failed', 'id_required', '3782 3783 3784 3785 3786 3787'],
  ['attempt_failed', 'id_required', '4081 4082 4083 4084 4085 4086 4087'],
] as const

const TROUBLE = [
  [null, 'damaged', '3740 4040 6085'],
  [null, 'sender_request', '3795'],
  [null, 'unclaimed', '4035'],
  [null, 'held', '4500'],
  // Not taken along from a ParcelShop: too much there, not found, not found again.
  [null, 'capacity', '4610'],
  [null, 'transport_delay', '4620'],
  [null, 'investigation', '4630'],
  ['cancelled', null, '9340 9341'],
] as const

const BACK = [
  // Returns as well that a customer sends: collected, handed in, sorted.
  ['returning_to_sender', null, '1520 3760 3761 4060 4061 4062 6080 6089'],
  ['returning_to_sender', 'refused', '6081'],
  ['returning_to_sender', 'label_unreadable', '6082'],
  ['returning_to_sender', 'address_wrong', '6083'],
  ['returning_to_sender', 'recipient_absent', '6084'],
  ['returning_to_sender', 'id_required', '6092 6098'],
  ['returning_to_sender', 'unclaimed', '6093'],
  ['returning_to_sender', 'payment_due', '6094'],
  ['returning_to_sender', 'oversized', '6096'],
  ['returning_to_sender', 'sender_request', '6099'],
  ['returned_to_sender', null, '7500'],
] as const

const NOTES = [
  // A status taken back; measured; wishes chosen and dropped, notes, a cancellation undone.
  [null, null, '4072 4690 9040 9041 9311 9315 9321 9322 9323 9324 9325 9327 9328'],
  [null, null, '9381 9385 9391 9394 9395 9399'],
] as const

const REPORTED = [
  ['attempt_failed', null, '4000'],
  ['ready_for_pickup', null, '5000'],
  [null, 'held', '6000'],
  [null, 'transport_delay', '7000'],
] as const

export const CODES = codeTable([
  ...PROGRESS,
  ...ATTEMPTS,
  ...TROUBLE,
  ...BACK,
  ...NOTES,
  ...REPORTED,
])

/** Codes that take the status before them back. */
export const CORRECTIONS: ReadonlySet<string> = new Set(['4070', '4072', '4690'])

/**
 * The first six digits of a nine-digit code, and the four-digit code it stands for; the last three
 * say what kind of place scanned it.
 */
const LONG = `000000:0000 000001:0600 000002:0700 000003:0800 000004:0900 010000:1000 030000:1510
  030015:1510 031040:9040 031041:9041 033001:1710 033002:1720 033003:1730 033005:1810 033006:1820
  033051:1751 035001:1610 037001:1900 037002:1901 037003:1910 037004:1900 045000:2000 045001:2000
  045002:2100 045005:2000 045020:2300 048001:4610 048002:4620 048003:4630 048090:4690 050001:3000
  050021:3010 050024:3300 050026:3010 050028:3010 050029:3010 050090:4070 055001:3410 055002:3430
  060000:4025 060001:4010 060002:4020 060003:4031 060004:4032 060005:4033 060006:4034 060007:4080
  060008:4040 060009:4050 060010:4015 060011:4081 060012:4035 060013:4082 060014:4083 060015:4084
  060016:4085 060017:4086 060018:4087 060024:4024 060032:4051 060033:4052 060034:4053 060035:4054
  060090:4072 060095:4095 065001:4060 065002:4061 080001:4100 080002:4100 080003:4100 080004:4100
  080005:4100 080006:4100 080007:4100 085001:4500 090000:3500 090001:3510 090002:3520 090003:3530
  090005:3511 100000:6080 100001:6081 100002:6082 100003:6083 100004:6084 100005:6085 100006:6086
  100007:6087 100008:6088 100009:6089 100010:6094 100011:6092 100015:6093 100018:6098 100024:6096
  100090:4072 100099:6099 101001:6090 115001:1520 125001:7500 310001:9311 310005:9315 320001:9321
  320002:9322 320003:9323 320004:9324 320005:9325 320007:9327 320008:9328 320020:9340 320021:9341
  380001:9381 380005:9385 390001:9391 390004:9394 390005:9395 390020:9399`

const SHORT: ReadonlyMap<string, string> = new Map(
  LONG.split(/\s+/).map((pair) => pair.split(':') as [string, string]),
)

/** The four-digit code of a code as Hermes writes it, hyphens or not; what is neither stays as it is. */
export function shortCode(written: string | null): string | null {
  const digits = written?.replaceAll('-', '') ?? ''
  if (digits.length === 9) return SHORT.get(digits.slice(0, 6)) ?? written
  return CODES.has(digits) ? digits : written
}

const UNKNOWN: Meaning = { milestone: null, reason: null }

export const meaningOf = (code: string | null): Meaning => CODES.get(code ?? '') ?? UNKNOWN
