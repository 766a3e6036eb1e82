/**
 * Canada Post's event identifiers, without leading zeros.
 *
 * Source of every row: "Tracking scan events" among the code tables of Canada Post's developer
 * documentation, as an open-source connector transcribes it with Canada Post's words (English and
 * French); for 0100 0104 0105 0156 0170 0173 0174 0175 0405 0410 0500 1302 1479 1496 1498 1701 1703
 * 20 2300 3000 4311 8901 the recorded answers say the same. An older map of the same connector gives
 * further numbers, and reasons that those words contradict (it has 150, "disposed of", as refused):
 * it is not followed, and what only it knows stays unmapped.
 *
 * A hold or a delay has no milestone: it moves nothing.
 */
import { codeTable } from '../code-table.ts'

const PROGRESS = [
  ['label_created', null, '3000 3002'],
  ['accepted', null, '1300 1301 1302 1303 2300 4000'],
  // Processed, arrived, departed, with a partner, in transit.
  ['in_transit', null, '100 102 104 105 106 107 170 175 400 405 410 804 1240 1241 1244 2500 2501'],
  ['in_transit', null, '113 114 115 116 1703 1705'],
  // Abroad, out of or into Canada; presented to customs and released by it.
  ['in_transit', null, '815 4100 4202 4310 4311 4550 4600 4900 4950 8901'],
  ['in_transit', null, '130 700 701 800 900 910 4330 4400 4450 4500 5201'],
  // "Locker pickup expired; Post office pickup details to follow".
  ['in_transit', null, '629'],
  ['out_for_delivery', null, '174 500'],
  // In a locker it waits to be fetched: 1406 says that it was.
  ['ready_for_pickup', null, '156 1405 1407 1701 2407'],
  [
    'delivered',
    null,
    `1406 1408 1409 1421 1422 1423 1424 1425 1426 1427 1428 1429 1430 1431 1432 1433 1434 1441 1442
     1461 1462 1463 1465 1466 1467 1468 1469 1471 1472 1473 1475 1476 1496 1498`,
  ],
] as const

const ATTEMPTS = [
  // "Notice card left indicating where and when to pick up item": it is on its way there, not there.
  ['attempt_failed', null, '1435 1436 1437 1438 1479 1488 630'],
  ['attempt_failed', 'business_closed', '1411 2411'],
  ['attempt_failed', 'rescheduled', '1443'],
] as const

const TROUBLE = [
  [null, 'rescheduled', '1414 1444 2414'],
  [null, 'transport_delay', '162 621 622 623 624 625 626 627 628'],
  [null, 'weather', '159'],
  // "Public authority or demonstration".
  [null, 'security', '160'],
  [null, 'strike', '161'],
  // A power outage; "cannot be delivered; more details to be provided".
  [null, 'carrier_exception', '163 179 1483 1493 4650'],
  ['in_transit', 'missorted', '172'],
  ['in_transit', 'forwarded', '1480 1490'],
  [null, 'address_wrong', '173'],
  [null, 'address_incomplete', '120 171 1412 2412'],
  [null, 'out_of_area', '118'],
  [null, 'data_missing', '117'],
  // "Refused or unclaimed by recipient".
  [null, 'unclaimed', '121'],
  [null, 'held', '1410 1450 1484 1494 2410 4700'],
  ['in_transit', 'customs_hold', '127 810'],
  // Back to Canadian customs, because the duties are appealed against.
  [null, 'customs_hold', '1487 1495 2601'],
  ['in_transit', 'damaged', '710'],
] as const

const RETURNS = [
  // Insufficient postage (167) and "does not meet product requirements" (168) among them.
  ['returning_to_sender', null, '167 168 1420 2600 2802 3001'],
  ['returning_to_sender', 'address_incomplete', '1415'],
  ['returning_to_sender', 'address_wrong', '1416 1481 1491'],
  ['returning_to_sender', 'refused', '1417 1482 1492'],
  ['returning_to_sender', 'id_required', '1418'],
  ['returning_to_sender', 'unclaimed', '1419'],
  ['returning_to_sender', 'label_unreadable', '169 181'],
  ['returning_to_sender', 'data_missing', '182'],
  ['returning_to_sender', 'out_of_area', '183'],
  ['returning_to_sender', 'prohibited', '184'],
  ['returning_to_sender', 'customs_rejected', '1100'],
  ['ended', 'disposed', '150'],
] as const

const NOTES = [
  // Signature or photo available, dates, duties paid or refunded, wishes, redirections asked for,
  // money collected, a label mended, a counter's receipt voided.
  [null, null, '20 21 152 190 198 1200 1203 1210 1214 1215 1216 1220 1221 1223 1224 1225'],
  [null, null, '1230 1232 1234 1245 2001 2101'],
  // "Item is at recipient's front door", in its mailroom…: all but "delivered", which it does not say.
  [null, null, '610 611 612 613 614 615 616 617 618 619 620'],
] as const

export const CODES = codeTable([...PROGRESS, ...ATTEMPTS, ...TROUBLE, ...RETURNS, ...NOTES])
