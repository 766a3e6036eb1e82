/**
 * Nova Poshta's status codes.
 *
 * Source of every row but those marked: its documentation of getStatusDocuments, whose words decide: 102
 * is "refused, the sender has ordered the return"; 106 "received, and a document made for what goes back"
 * (money, papers) is a delivery; 105 is "storage has ended". BRANCH: Nova Post's list for parcels
 * that cross borders, as an open-source shop has it. OLD: codes of former answers, from the same kind
 * of source.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  // 12 is put together by Nova Poshta itself.
  ['label_created', null, '1 12'],
  ['cancelled', null, '2'],
  // In the town of the sender, between towns, in the town of the recipient.
  ['in_transit', null, '4 41 5 6'],
  ['in_transit', 'forwarded', '104'],
  ['out_for_delivery', null, '101'],
  // In the branch, in the locker.
  ['ready_for_pickup', null, '7 8'],
  // With money that goes back, or that went.
  ['delivered', null, '9 10 11 106'],
  ['attempt_failed', 'recipient_absent', '111'],
  ['attempt_failed', 'refused', '103'],
  ['returning_to_sender', 'refused', '102'],
  ['ended', 'unclaimed', '105'],
  [null, 'rescheduled', '112'],
  // BRANCH: a locker that does not take it, a temporary store, the end of storage…
  ['attempt_failed', 'carrier_exception', '99'],
  [null, 'held', '110 123'],
  [null, 'unclaimed', '113'],
  // …a broker who refuses, lost in customs, contents that are forbidden.
  [null, 'customs_hold', '116'],
  [null, 'lost', '117'],
  [null, 'prohibited', '118'],
  // OLD: in the hands of the recipient, who looks at it; refused.
  ['ready_for_pickup', null, '14'],
  ['attempt_failed', 'refused', '108'],
])

/** "The number is not found". */
export const UNKNOWN_NUMBER = '3'

/** Where a status is said: in the town of one or the other, else between them. Source: as above. */
export const AT_SENDER: ReadonlySet<string> = new Set(['1', '4', '12', '41'])
export const AT_RECIPIENT: ReadonlySet<string> = new Set(
  '6 7 8 9 10 11 14 99 101 102 103 105 106 108 110 111 113'.split(' '),
)
