/**
 * What FedEx's words say where its codes do not. The codes of exceptions cannot be read: Express,
 * Ground and Freight each have their own (Ground's 007 is Express's 08), with and without zeros. The
 * words are the same in all of them, and asked for in English.
 *
 * Sources: recorded answers and FedEx's list of test numbers for "Customer not available or business
 * closed", "Local delivery restriction", "Incorrect address", "Unable to deliver", "Redirecting to
 * FedEx Office", "Package available for clearance"; the others are FedEx's public wording on its
 * tracking pages. A milestone is given where an exception with these words places the parcel; whether a
 * delivery was attempted follows Ground's own division of its codes ("attempted, not completed").
 */
import type { WordTable } from '../code-table.ts'

/** Of an exception. First match: what was not attempted comes before why. */
export const EXCEPTION_WORDS: WordTable = [
  [/weather|snow|storm|flood/i, null, 'weather'],
  [/natural disaster|hurricane|earthquake|tornado|wildfire/i, null, 'disaster'],
  [/strike|labou?r (action|dispute)|civil unrest/i, null, 'strike'],
  [/holiday/i, null, 'holiday'],
  [/local delivery restriction/i, null, 'access_denied'],
  [/not due for delivery|not scheduled|future delivery|date certain/i, null, 'rescheduled'],
  [/(delivery|date) change|reschedul|requested (a )?(later|future|another)/i, null, 'rescheduled'],
  [/delivery (was )?not attempted|no attempt/i, null, 'transport_delay'],
  [/return(ed|ing)?\b.*\b(shipper|sender)/i, 'returning_to_sender', null],
  [/redirect/i, 'in_transit', 'forwarded'],
  [/refus/i, 'attempt_failed', 'refused'],
  [
    /not available|not (in|home)\b|business closed|unavailable/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [/\bclosed\b/i, 'attempt_failed', 'business_closed'],
  [/\bmoved\b/i, 'attempt_failed', 'recipient_moved'],
  [
    /incomplete address|address (is )?incomplete|missing (suite|apartment|unit)/i,
    'attempt_failed',
    'address_incomplete',
  ],
  [
    /(incorrect|wrong|bad|invalid|unable to locate).*address|address.*(incorrect|unknown)/i,
    'attempt_failed',
    'address_wrong',
  ],
  [/access|gate code|security delay|security guard/i, 'attempt_failed', 'access_denied'],
  [
    /signature (is )?required|no (eligible|authorized) recipient|adult/i,
    'attempt_failed',
    'signature_required',
  ],
  [/appointment/i, null, 'appointment_needed'],
  [/missort|wrong (route|station|facility)|mis-?route/i, 'in_transit', 'missorted'],
  [/dut(y|ies)|tax(es)?\b|payment|c\.?o\.?d\b|collect(ion)? (fee|charge)/i, null, 'payment_due'],
  [
    /document|paperwork|information (is )?(required|needed|missing)|instructions.*required/i,
    null,
    'customs_documents',
  ],
  [/clearance|customs|regulatory|\bimport\b|broker/i, 'in_transit', 'customs_hold'],
  [/damage/i, null, 'damaged'],
  [/\blost\b|loss report|missing package/i, null, 'lost'],
  [/destroyed|disposed|abandoned/i, 'ended', 'disposed'],
  [/unclaimed|not picked up|no longer (being )?held/i, null, 'unclaimed'],
  [/label|barcode/i, null, 'label_unreadable'],
  [/oversize|overweight|exceeds.*(size|weight)/i, null, 'oversized'],
  [/prohibited|not permitted|dangerous goods/i, null, 'prohibited'],
  [/vehicle|mechanical|accident/i, null, 'vehicle'],
  [/after courier (cut|dispatch)|delay|late\b|beyond (our )?control/i, null, 'transport_delay'],
  [/hold|held/i, null, 'held'],
]

/** Of a scan whose type no table knows. */
export const EVENT_WORDS: WordTable = [
  [/^delivered\b.*\b(shipper|sender)/i, 'returned_to_sender', null],
  [/^return(ed|ing)\b.*\b(shipper|sender)/i, 'returning_to_sender', null],
  [/^delivered\b/i, 'delivered', null],
  [/vehicle for delivery|out for delivery/i, 'out_for_delivery', null],
  [/ready for (recipient )?pick ?up|held .*for (recipient )?pick ?up/i, 'ready_for_pickup', null],
  [/^(shipment )?cancell?ed\b|shipment cancell?ed/i, 'cancelled', null],
  [/information sent|label created|^initiated/i, 'label_created', null],
  [/^picked up|^tendered|possession/i, 'accepted', null],
  [
    /^(arrived|departed|left|in transit|on the way)\b|^at\b.*\b(facility|location|hub|airport)/i,
    'in_transit',
    null,
  ],
]

/** Beside a delivery: it went back to the one who sent it. */
export const TO_SENDER = /\b(to|by) (the )?(original )?(shipper|sender)\b/i
