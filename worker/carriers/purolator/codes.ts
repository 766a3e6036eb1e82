/**
 * What Purolator's scans say. It has five types, and files under "Undeliverable" and "Other" whatever
 * is neither a pickup nor a van nor a delivery: the words go first.
 *
 * Sources: [T] the types of the Tracking service's schema (version 1.2); [R] "New Tracking Number
 * Assigned", recorded at a sort centre; the other words are those that an open-source connector and
 * Purolator's own sample code list from answers in production. That connector's older map has every
 * "Undeliverable" as a failed delivery: its newer one, with words, is followed.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningIn, meaningOfWords } from '../code-table.ts'

/** [T] "Undeliverable" without words we know says that something is amiss, and not where. */
export const TYPES = codeTable([
  ['accepted', null, 'ProofOfPickUp'],
  ['out_for_delivery', null, 'OnDelivery'],
  ['delivered', null, 'Delivery'],
  [null, 'carrier_exception', 'Undeliverable'],
  ['in_transit', null, 'InternationalOutbound'],
  [null, null, 'Other'],
])

const WORDS: WordTable = [
  [/unclaimed.*returned/i, 'returning_to_sender', 'unclaimed'],
  [/refused.*return|return.*refused/i, 'returning_to_sender', 'refused'],
  [/^(shipment )?delivered.*\b(sender|shipper)\b/i, 'returned_to_sender', null],
  [/return(ed|ing)? to (the )?(sender|shipper)/i, 'returning_to_sender', null],
  [/^transferring to shipping centre/i, 'in_transit', null],
  [/^(shipment )?delivered\b|^package removed from locker/i, 'delivered', null],
  [/^on vehicle for delivery|^shipment on vehicle/i, 'out_for_delivery', null],
  [
    /(available|held|ready) for (pick-?up|receiver to pick)|will pick up shipment/i,
    'ready_for_pickup',
    null,
  ],
  [/refused/i, 'attempt_failed', 'refused'],
  [
    /not (available|in|home)\b|no one home|customer unavailable/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [/business closed|(receiver|customer) closed/i, 'attempt_failed', 'business_closed'],
  [/(cannot|unable to|no|restricted) access|access restricted/i, 'attempt_failed', 'access_denied'],
  [/incomplete address|missing (suite|unit|apartment)/i, null, 'address_incomplete'],
  [
    /(incorrect|wrong|bad|invalid|unknown).*address|address.*(incorrect|not found|unknown)/i,
    null,
    'address_wrong',
  ],
  [/\bmoved\b/i, null, 'recipient_moved'],
  [/^attempted delivery|^delivery attempted|card left/i, 'attempt_failed', null],
  [/weather/i, null, 'weather'],
  [/natural disaster|emergency|wildfire/i, null, 'disaster'],
  [/strike|labou?r/i, null, 'strike'],
  [/mechanical|vehicle breakdown/i, null, 'vehicle'],
  [/sorting error|missort|misrouted|routing error/i, 'in_transit', 'missorted'],
  [/duties|customs fees|payment/i, null, 'customs_duties'],
  [/customs.*document|document.*customs/i, null, 'customs_documents'],
  [/customs (delay|hold)|held (by|at|in) customs/i, 'in_transit', 'customs_hold'],
  [/damaged/i, null, 'damaged'],
  [/\blost\b|missing package/i, null, 'lost'],
  [/re-?scheduled|redelivery|re-attempt|new delivery date|future delivery/i, null, 'rescheduled'],
  [/delay|road closure|missed connection|late tender|service disruption/i, null, 'transport_delay'],
  [/redirected|forwarded/i, 'in_transit', 'forwarded'],
  [/^(hold|held)\b|customer hold|held at depot/i, null, 'held'],
  [/cancell?ed|voided/i, 'cancelled', null],
  [
    /created a label|^shipment created|^shipping label created|electronically submitted/i,
    'label_created',
    null,
  ],
  [/^(shipment )?picked up|^received by purolator/i, 'accepted', null],
  [/^new tracking number assigned/i, 'in_transit', null],
  [
    /^(arrived|departed|shipment in transit|in transit|processed|customs clear|released by customs)/i,
    'in_transit',
    null,
  ],
]

export const meaningOf = (type: string | null, words: string | null): Meaning =>
  meaningOfWords(WORDS, words) ?? meaningIn(TYPES, type)
