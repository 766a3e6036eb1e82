/** What one event means: its code (`codes.ts`), else its name, in the words Royal Mail uses for others. */
import type { Meaning, WordTable } from '../code-table.ts'
import { meaningOfWords } from '../code-table.ts'
import { CODES } from './codes.ts'

const UNKNOWN: Meaning = { milestone: null, reason: null }

/** Messages sent to shopper or sender, and whether they arrived: `NDESS`, `NRARS`. */
const NOTIFICATION = /^N[A-Z]{2}[DRS][FS]$/

const WORDS: WordTable = [
  [/notification/i, null, null],
  [/\breturn(ed|ing)? to (the )?sender|national returns? cent/i, 'returning_to_sender', null],
  [/attempted - no answer|no answer/i, 'attempt_failed', 'recipient_absent'],
  [/deliver(y|ed) (was )?attempted|attempted delivery/i, 'attempt_failed', null],
  [/(available|ready) for (collection|redelivery)/i, 'ready_for_pickup', null],
  [/delivered to your (nominated )?collection point/i, 'ready_for_pickup', null],
  [/due (for delivery|to be delivered)|(ready|out) for delivery/i, 'out_for_delivery', null],
  [/not (been )?delivered|unable to deliver|delivery request/i, null, null],
  [/\bdelivered\b/i, 'delivered', null],
  [/customs/i, 'in_transit', null],
  [/in transit|on its way|arrived at|despatched to|leaving the uk|mis-?sort/i, 'in_transit', null],
  [/accepted at|item received|we've got it/i, 'accepted', null],
  [/sender (is )?(preparing|despatching)|pre-?advice|expecting it/i, 'label_created', null],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const known = CODES.get(code?.toUpperCase() ?? '')
  if (known) return known
  if (NOTIFICATION.test(code ?? '')) return UNKNOWN
  return meaningOfWords(WORDS, words) ?? UNKNOWN
}
