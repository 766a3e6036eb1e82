/**
 * What one of DHL's events means. Every event has one of five status codes; most divisions add a code
 * of their own, and all of them words. The division's code goes first, then the words, then the status
 * code, which is too coarse for a shopper.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningIn, meaningOfWords } from '../code-table.ts'
import type { Division } from './codes/services.ts'
import type { Event } from './wire.ts'
import { WORDS } from './words.ts'

/**
 * Source: DHL's help centre ("What are the different status codes available…"): failure is a shipment
 * that "could not be delivered", unknown none of the others; `ready-for-pickup` from a sample.
 */
export const STATUS_CODES = codeTable([
  ['label_created', null, 'pre-transit'],
  ['in_transit', null, 'transit'],
  ['ready_for_pickup', null, 'ready-for-pickup'],
  ['attempt_failed', null, 'failure'],
  ['delivered', null, 'delivered'],
  [null, null, 'unknown'],
])

/** The division's own code, where its table knows it. */
export const ownCode = ({ status }: Event, { codes }: Division): string | null =>
  status !== null && codes?.has(status) ? status : null

/** `back`: the whole shipment is a return, so that whoever gets it is its sender. */
export function meaningOf(event: Event, division: Division, back: boolean): Meaning {
  const meaning = asSaid(event, division)
  const arrived = meaning.milestone === 'delivered'
  const returned = meaning.milestone === 'returning_to_sender' && event.statusCode === 'delivered'
  return returned || (back && arrived) ? { ...meaning, milestone: 'returned_to_sender' } : meaning
}

function asSaid(event: Event, division: Division): Meaning {
  const code = ownCode(event, division)
  const own = code === null ? undefined : division.codes?.get(code)
  if (own && !division.coarse) return own
  const base = own ?? meaningIn(STATUS_CODES, event.statusCode)
  // A label is never more than a label, whatever the words say will happen.
  if (event.statusCode === 'pre-transit') return base
  const words = meaningOfWords(wordsFor(event), wordsOf(event))
  return words ? { ...words, milestone: words.milestone ?? base.milestone } : base
}

function wordsFor({ statusCode }: Event): WordTable {
  if (statusCode === 'delivered') return WORDS.delivered
  return meaningIn(STATUS_CODES, statusCode).milestone === null ? WORDS.none : WORDS.transit
}

const wordsOf = ({ description, status }: Event): string =>
  [description, status].filter((words) => words !== null).join('. ')
