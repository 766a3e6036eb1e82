/**
 * What Australia Post's words mean: it gives no codes.
 *
 * Sources: recorded answers; "Tracking event descriptions" of its Shipping and Tracking API; statuses
 * from an open-source connector, which has "Cancelled" and "Unsuccessful Delivery" as one failure.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'

const WORDS: WordTable = [
  [/\bbeing returned\b/i, 'returning_to_sender', null],
  [/\b(returned|delivered) to sender\b/i, 'returned_to_sender', null],
  [/\breturn(ing)? to (the )?sender\b/i, 'returning_to_sender', null],
  [/^delivered( in full)?\b(?!.*\b(?:locker|post office|collection)\b)/i, 'delivered', null],
  [/\b(on ?board|with (australia post|driver)) for delivery\b/i, 'out_for_delivery', null],
  [/^out for delivery\b/i, 'out_for_delivery', null],
  [
    /\b(awaiting|ready for) (collection|pick ?-?up)\b|\bavailable for collection\b/i,
    'ready_for_pickup',
    null,
  ],
  [/\bdelivered to (a )?(parcel locker|locker)\b/i, 'ready_for_pickup', null],
  [/\b(collected|picked up) (by|from) (customer|addressee|the post office)/i, 'delivered', null],
  [
    /\bcard(ed)? left\b|\bleft a card\b|\bnobody (was )?home\b/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [
    /\b(attempted delivery|unsuccessful delivery|delivery attempted|unable to deliver)\b/i,
    'attempt_failed',
    null,
  ],
  [/\bto be re-?delivered\b/i, 'attempt_failed', 'rescheduled'],
  [/\brefused\b/i, 'attempt_failed', 'refused'],
  [/\bcannot be delivered\b/i, null, 'carrier_exception'],
  [/\bincorrect(ly)? address|\binsufficient address\b/i, null, 'address_incomplete'],
  [/\bdamaged\b/i, null, 'damaged'],
  [/\blost\b/i, 'ended', 'lost'],
  [/\bpossible delay\b|\bdelayed\b/i, null, 'transport_delay'],
  [/\bheld by (australian )?(customs|border)|\bheld in customs\b/i, 'in_transit', 'customs_hold'],
  [/\bcleared (by )?customs\b|\bcustoms (clearance )?(completed|cleared)/i, 'in_transit', null],
  [/\bheld\b/i, null, 'held'],
  [/\bredirect/i, 'in_transit', 'forwarded'],
  [/^cancelled\b/i, 'cancelled', null],
  [
    /\bshipping information (approved|received)|\bmanifest|\blabel (created|printed)|\blodged electronically\b|^initiated\b/i,
    'label_created',
    null,
  ],
  [
    /\bpick(ed)? ?up\b|\breceived (by|at) (australia post|startrack|post office)|^(received|lodged|accepted)\b/i,
    'accepted',
    null,
  ],
  [/^(in transit|track items for detailed)/i, 'in_transit', null],
  [
    /\b(processed|arrived|departed|transferred|sorted|in transit|scanned in transit)\b/i,
    'in_transit',
    null,
  ],
]

export const meaningOf = (words: string | null): Meaning =>
  plainly(meaningOfWords(WORDS, words) ?? sayInEnglish(words), words)
