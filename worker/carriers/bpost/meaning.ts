/**
 * What one state means: its words, which bpost makes of the names of its process steps
 * ("DistributedNormally - regular", `AVAILABLE_IN_POST_POINT`), and its code (`codes.ts`) where they
 * say nothing. BTS and RETOUR are the way back to the sender.
 *
 * Sources: a recorded answer; the names of process steps that bpost's own tracking page answers with,
 * as open-source readers of it list them.
 */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Meaning, WordTable } from '../code-table.ts'
import { meaningIn, meaningOfWords } from '../code-table.ts'
import { CODES } from './codes.ts'

/** Over words in lower case with blanks between them: `distributed after bts`. */
const WORDS: WordTable = [
  [/(delivered|returned|picked up) (to|by) (the )?(sender|shipper)/, 'returned_to_sender', null],
  [/(bts|retour) delivered|(distributed|delivered) after bts/, 'returned_to_sender', null],
  [/\b(bts|retour)\b|to (the )?(sender|shipper)\b|delivery sender/, 'returning_to_sender', null],
  [/\brefused\b/, 'attempt_failed', 'refused'],
  [/\babsent\b|not at home|nobody home/, 'attempt_failed', 'recipient_absent'],
  [/not delivered|not distributed|(delivery|distribution) failed/, 'attempt_failed', null],
  [/awaiting customs payment|payment (challenged|expired|refused)/, 'in_transit', 'customs_duties'],
  [/^(in )?preparation|announcement|pending approval|mpc printed/, 'label_created', null],
  [/^available|ready for pick ?up|can pick ?up|awaiting pick ?up/, 'ready_for_pickup', null],
  [/^(distributed|delivered|picked up)\b/, 'delivered', null],
  // To a counter or a locker it is not on its way to anybody's door.
  [/on the way to (?!you)|for delivery (kariboo|parcify|post|shop|parcel)/, 'in_transit', null],
  [/bound to round|out for (delivery|distribution)|on the way to you/, 'out_for_delivery', null],
  [/^(sorted|processing|customs|on the way|in trans)/, 'in_transit', null],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  return meaningOfWords(WORDS, plain(words)) ?? meaningIn(CODES, code)
}

const HANDS: readonly (readonly [RegExp, Handover])[] = [
  [/neighbour|forced nb/, 'neighbour'],
  [/mail ?box|letter ?box/, 'mailbox'],
  [/safe ?place|forced sp/, 'safe_place'],
  [/parcel locker/, 'locker'],
  [/post office/, 'post_office'],
  [/post point|kariboo|shop|pickup point/, 'pickup_point'],
]

/** Into whose hands, as far as the words say. */
export function handsOf(words: string | null): Handover {
  const said = plain(words) ?? ''
  return HANDS.find(([pattern]) => pattern.test(said))?.[1] ?? 'unknown'
}

/** `BoundToRound - out_for_distribution` → `bound to round out for distribution`. */
const plain = (words: string | null): string | null =>
  words
    ?.replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase() ?? null
