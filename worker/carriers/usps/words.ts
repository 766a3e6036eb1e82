/**
 * USPS's words for events, which say more than its codes: one code has several, and codes of
 * exceptions are not published. Sources: recorded answers; the event descriptions of Publication 199;
 * USPS's own explanations of its tracking statuses. What is not listed is read by its code.
 */
import type { WordTable } from '../code-table.ts'

const DELIVERIES: WordTable = [
  [/^delivered.*\bsender\b/i, 'returned_to_sender', null],
  [/^tendered to returns agent/i, 'returned_to_sender', null],
  [/^(delivered|tendered).*damaged/i, 'delivered', 'damaged'],
  [/^delivered\b|^tendered to agent for final delivery/i, 'delivered', null],
]

/** Before what was attempted: it says why, and that it goes back. */
const RETURNS: WordTable = [
  [/^unclaimed/i, 'returning_to_sender', 'unclaimed'],
  [/^refused/i, 'returning_to_sender', 'refused'],
  [/^(insufficient address)/i, 'returning_to_sender', 'address_incomplete'],
  [
    /^(no such number|addressee unknown|vacant|undeliverable as|bad address)/i,
    'returning_to_sender',
    'address_wrong',
  ],
  [/^(moved|forward expired)/i, 'returning_to_sender', 'recipient_moved'],
  [/duty nonpayment/i, 'returning_to_sender', 'customs_duties'],
  [/refused entry by customs/i, 'returning_to_sender', 'customs_rejected'],
  [/not picked up/i, 'returning_to_sender', 'unclaimed'],
  [/return(ed|ing)? to (the )?sender|being returned|^r\.t\.s/i, 'returning_to_sender', null],
  [/disposed/i, 'ended', 'disposed'],
  [/seized/i, 'ended', 'seized'],
  [/recovery center|dead (mail|letter)/i, null, 'investigation'],
]

const ATTEMPTS: WordTable = [
  [
    /no authorized recipient|not home|addressee not available/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [
    /no secure location|receptacle (full|blocked)|item oversized/i,
    'attempt_failed',
    'safe_place_unavailable',
  ],
  [/business closed|closed on arrival/i, 'attempt_failed', 'business_closed'],
  [/no access|unable to access|animal|unsafe|hazardous/i, 'attempt_failed', 'access_denied'],
  [/customer moved/i, 'attempt_failed', 'recipient_moved'],
  [/^notice left|^attempted|^delivery attempt/i, 'attempt_failed', null],
  [/^reminder to schedule redelivery/i, null, 'appointment_needed'],
  [/redelivery scheduled|rescheduled/i, null, 'rescheduled'],
]

const TROUBLE: WordTable = [
  [/weather/i, null, 'weather'],
  [/natural disaster|emergency/i, null, 'disaster'],
  [/^held at (post office|delivery unit)/i, null, 'held'],
  [/(held|hold|delay)\w*\b.*\bcustoms|customs.*\b(held|hold|delay)/i, 'in_transit', 'customs_hold'],
  [/^missent|^mis-?shipped|^mis-?routed/i, 'in_transit', 'missorted'],
  [/^forward(ed|ing)?\b/i, 'in_transit', 'forwarded'],
  [/damaged/i, null, 'damaged'],
  [/arriving late/i, 'in_transit', 'transport_delay'],
  [/^(delivery|processing) exception|\bdelay/i, null, 'transport_delay'],
]

const PROGRESS: WordTable = [
  [/^out for delivery/i, 'out_for_delivery', null],
  [
    /^available for (redelivery or )?pick ?up|^arriv\w+ at pick-?up point|^ready for pick ?up/i,
    'ready_for_pickup',
    null,
  ],
  [/^picked up by shipping partner/i, 'accepted', null],
  [/shipping partner facility/i, 'in_transit', null],
  [
    /label created|^pre-?shipment|shipping info received|^merchant order|preparing shipment/i,
    'label_created',
    null,
  ],
  [/^accept|^picked up|in possession of item|^shipment received/i, 'accepted', null],
  [
    /^(in transit|arriv|depart|process|sorting|dispatched|enroute|customs clear)/i,
    'in_transit',
    null,
  ],
  [/\b(in|into|out of|through|from) customs/i, 'in_transit', null],
]

export const WORDS: WordTable = [...DELIVERIES, ...RETURNS, ...ATTEMPTS, ...TROUBLE, ...PROGRESS]
