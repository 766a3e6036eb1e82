/**
 * What one event means: its identifier, except where Canada Post gives one identifier to two things
 * and only the words tell them apart. They are asked for in English; French is read as well.
 * Sources: the code table (`codes.ts`) and, for the way back, the words that its transcriber reports
 * from live answers ("L'article a été renvoyé avec succès à l'expéditeur" under 1496 and 1498,
 * likewise under 0174, 1412, 1479, 1703, 2412; five different texts under 4700).
 */
import type { Meaning } from '../code-table.ts'
import { CODES } from './codes.ts'

const UNKNOWN: Meaning = { milestone: null, reason: null }

/** On the way back; a final notice only says what will be done. */
const BACK =
  /\breturn(ed|ing)?\b.*\b(sender|shipper)\b|\breturned item\b|\b(renvo|retour)\S*.*\bexp[ée.]/i
const NOT_YET = /\bwill be returned\b|\bfinal notice\b|\bavis final\b|\bsera r/i

/** Words of events that have an identifier of their own, under one that has not. */
const WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/^(item (successfully )?)?delivered\b/i, { milestone: 'delivered', reason: null }],
  [/^(item )?out for delivery\b/i, { milestone: 'out_for_delivery', reason: null }],
  [
    /^(electronic ?information submitted|order information received)\b/i,
    { milestone: 'label_created', reason: null },
  ],
]

/** The same, under "on hold", which is given to all sorts. */
const HELD = '4700'
const HELD_WORDS: readonly (readonly [RegExp, Meaning])[] = [
  [/new address|nouvelle adresse/i, { milestone: 'in_transit', reason: 'forwarded' }],
  [/verifying|vérification/i, { milestone: null, reason: 'address_incomplete' }],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const plain = code?.replace(/^0+(?=.)/, '') ?? ''
  const text = words ?? ''
  const byCode = CODES.get(plain)
  const meaning =
    (plain === HELD ? wordsMeaning(HELD_WORDS, text) : undefined) ??
    byCode ??
    wordsMeaning(WORDS, text) ??
    UNKNOWN
  return isBack(text) ? turned(meaning) : meaning
}

const wordsMeaning = (table: typeof WORDS, text: string): Meaning | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1]

const isBack = (text: string): boolean => BACK.test(text) && !NOT_YET.test(text)

/** The same step, on the way back. What has ended stays so. */
function turned(meaning: Meaning): Meaning {
  if (meaning.milestone === 'delivered') return { ...meaning, milestone: 'returned_to_sender' }
  if (meaning.milestone === 'ended') return meaning
  return { ...meaning, milestone: 'returning_to_sender' }
}
