/**
 * What DTDC's actions mean: by their code, else by their words.
 *
 * Sources: codes in the samples of "DTDC Track API" (BKD, OBMD, OPMF, IBMD, IPMF, OMBM, CDOUT, CDIN,
 * INSCAN, OUTDLV, DLV), in integrations of its push (PCUP, NONDLV, RTO, RETURND, CAN); words from the
 * list of actions and of statuses in the same document. Other codes are known to nobody but DTDC: for
 * those the words are read.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'

const CODES = codeTable([
  ['label_created', null, 'BKD'],
  ['accepted', null, 'PCUP'],
  ['in_transit', null, 'OBMD OPMF IBMD IPMF OMBM CDOUT CDIN INSCAN'],
  ['out_for_delivery', null, 'OUTDLV'],
  ['attempt_failed', null, 'NONDLV'],
  ['delivered', null, 'DLV'],
  ['returning_to_sender', null, 'RTO'],
  ['returned_to_sender', null, 'RETURND'],
  ['cancelled', null, 'CAN'],
])

const WORDS: WordTable = [
  [/^rto delivered|^returned to (?:origin|shipper|consignor)/i, 'returned_to_sender', null],
  [/^rto\b|\bconsignment has returned\b|^return/i, 'returning_to_sender', null],
  [/^(?:not delivered|undelivered|attempted)\b/i, 'attempt_failed', null],
  [/^hel ?d ?up at customs/i, null, 'customs_hold'],
  [/^hel ?d ?up\b/i, null, 'held'],
  // The paper goes on its way, not the parcel.
  [/^pod\b/i, null, null],
  [/^(?:out for delivery|delivery process in progress)\b/i, 'out_for_delivery', null],
  [/^booked\b|^soft ?data/i, 'label_created', null],
  [/^pick(?:ed)? ?up (?:completed|done)|^picked ?up\b/i, 'accepted', null],
  [
    /^(?:dispatched|received|recieved|in transit|consignment released|customs cleared|arrival at|reached)\b/i,
    'in_transit',
    null,
  ],
  [/^(?:consignment )?cancell?ed\b/i, 'cancelled', null],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const byCode = CODES.get(code?.toUpperCase() ?? '')
  if (byCode) return plainly(byCode, words)
  return meaningOfWords(WORDS, words) ?? sayInEnglish(words)
}
