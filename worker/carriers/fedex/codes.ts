/**
 * FedEx's event types (`eventType`, and `derivedStatusCode` where FedEx sums a scan up).
 *
 * Sources: [T] "Tracking event codes" in the reference guide of FedEx's developer portal, the same as
 * the table of "Advanced Integrated Visibility"; [W] "Tracking status" in the guide of its former web
 * services, for what only that has; [R] recorded answers (IP, HP, AE, AO, IN, RL); [K] an open-source
 * connector's map alone. That map has MD, OX and EP as pending and HA as on hold; FedEx's words
 * are "manifest data", "shipment information sent to USPS", "enroute to pickup", and "hold at location
 * request accepted", which moves no parcel. It has AP and OF as picked up and AD as out for delivery:
 * "at pickup" is not yet in FedEx's hands.
 */
import { codeTable } from '../code-table.ts'

const PROGRESS = [
  // Announced, label made, the courier on his way to fetch it; IN is "initiated". [T] [W] [R]
  ['label_created', null, 'OC OX EP AP MD IN RP'],
  // Picked up, dropped off, in FedEx's possession, at the facility it starts from. [T] [W] [R]
  ['accepted', null, 'PU PX DO IP OF'],
  // Airports, planes, hubs, partners; cleared for export or import; on the way with a vendor. [T] [W]
  ['in_transit', null, 'AA AC AF AR AX DP DS EA EO FD IT IX LO PF PL PM SF SP TP TR CC CP'],
  // [K], and seen: "A trusted third-party vendor is on the way with your package".
  ['in_transit', null, 'OW'],
  ['out_for_delivery', null, 'OD ED AD'],
  // HP: "Ready for recipient pickup". [T] [R]
  ['ready_for_pickup', null, 'HL HP'],
  ['delivered', null, 'DL'],
  ['returning_to_sender', null, 'RS'],
  // Shipment cancelled; the link to a return label cancelled or expired. [T] [W]
  ['cancelled', null, 'CA LP RD'],
] as const

/** FedEx's exceptions: what happened is in the words beside them (`words.ts`). */
const EXCEPTIONS = [
  ['attempt_failed', null, 'DE'],
  [null, 'carrier_exception', 'SE'],
  ['in_transit', 'customs_hold', 'CD'],
  // Delay, delivery delay, "running late" [R]; PY is [K].
  [null, 'transport_delay', 'DY DD RL PY'],
  ['label_created', 'transport_delay', 'PD'],
  // "Vehicle furnished, not used": it came for the parcel and left without it.
  ['label_created', 'not_ready', 'DR'],
] as const

const NOTES = [
  // Return to the sender was asked for; RS is the way back.
  [null, 'sender_request', 'RT'],
  // Early, on time, day updated; options asked for, changed, taken back, a hold agreed to.
  [null, null, 'AE AO US RR RM RC HA'],
  // Location changed, address corrected, another one asked for or entered; a link expires soon.
  [null, null, 'CH AS RA PR RG'],
  // Whom a remark concerns: shipper, customs, broker.
  [null, null, 'SH CU BR'],
] as const

export const EVENTS = codeTable([...PROGRESS, ...EXCEPTIONS, ...NOTES])

/** Types that only say that something went wrong: their words go before them. */
export const IS_EXCEPTION: ReadonlySet<string> = new Set(
  EXCEPTIONS.flatMap(([, , codes]) => codes.split(' ')),
)
