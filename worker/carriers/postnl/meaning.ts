/**
 * What one event means: its code where PostNL documents it, else its words, else the code the old way
 * round (recorded answers have `01A` and `01B` for A01 and B01, and once `01B` with the words "Zending
 * is bezorgd": so the words go first there). The words are those of the documented events, in Dutch
 * and English.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { meaningIn, meaningOfWords } from '../code-table.ts'
import { CODES } from './codes.ts'

const WORDS: WordTable = [
  [/\bretourzending afgeleverd|return shipment delivered/i, 'returned_to_sender', null],
  [/\bretour\b|terug naar|\breturn(ed)?\b/i, 'returning_to_sender', null],
  // What will be, or is not yet.
  [
    /\bwordt (verwacht|voorgemeld)|nog niet door|not yet arrived|pre-alerted/i,
    'label_created',
    null,
  ],
  [/\bwordt\b|\bwill be\b/i, null, null],
  [/niet (afgeleverd|bezorgd)|lukte niet|\bgemist\b/i, 'attempt_failed', null],
  [/not delivered|delivery unsuccessful|\bmissed you\b/i, 'attempt_failed', null],
  [/\bklaar op|af te halen|to be collected at|available at/i, 'ready_for_pickup', null],
  [/\b(is|zijn) (bezorgd|afgeleverd|overhandigd)\b|afgehaald bij/i, 'delivered', null],
  [/\bdelivered\b|handed over to|collected at/i, 'delivered', null],
  [/bezorger is onderweg(?! naar)|driver is en route(?! to)/i, 'out_for_delivery', null],
  [/gesorteerd|sorteercentrum|\bsorted\b|sorting cent/i, 'in_transit', null],
  [/(ontvangen|afgehaald) door PostNL|is bij PostNL/i, 'accepted', null],
  [/(received|collected) by PostNL|is at PostNL/i, 'accepted', null],
]

const OLD_FORM = /^(\d\d)([A-Z])$/

export function meaningOf(code: string | null, words: string | null): Meaning {
  const known = CODES.get(code ?? '')
  if (known) return known
  return meaningOfWords(WORDS, words) ?? meaningIn(CODES, code?.replace(OLD_FORM, '$2$1') ?? null)
}
