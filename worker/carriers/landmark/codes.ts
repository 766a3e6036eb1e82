/**
 * Landmark Global's event codes. From 200 on they gather what the delivering carrier says, in that
 * carrier's words: plain ones put a code right ("Returned to sender" under 275).
 *
 * Source of every row: the list in Landmark's documentation of the Track request, code and words. An
 * open-source connector has 900 as refused by the recipient and 450 as a wrong address: the words are
 * "Delivery failed" and "Item re-directed to new address".
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningIn, meaningOfWords } from '../code-table.ts'
import { plainly } from '../english.ts'

export const CODES = codeTable([
  // Data uploaded, inventory allocated, processed, fulfilled, transmitted to the carrier.
  ['label_created', null, '50 60 75 80 100'],
  [null, 'payment_due', '90'],
  // Customs cleared or told; crossing the border, received beyond it; scanned for crossing.
  ['in_transit', null, '125 150 155 250'],
  ['in_transit', 'customs_hold', '135'],
  // At a postal facility, grouped at one of Landmark's, with the carrier.
  ['in_transit', null, '200 225 275'],
  ['out_for_delivery', null, '300'],
  ['attempt_failed', null, '400 900'],
  ['ready_for_pickup', null, '410'],
  ['in_transit', 'forwarded', '450'],
  // Delivered; proof of delivery.
  ['delivered', null, '500 510'],
  // Received at the handling facility; received.
  ['returning_to_sender', null, '550'],
  ['returned_to_sender', null, '570'],
  [null, 'investigation', '800'],
])

/** Recorded under 275, between the van and the door. */
const WORDS: WordTable = [[/received by local delivery courier/i, 'out_for_delivery', null]]

export const meaningOf = (code: string | null, words: string | null): Meaning =>
  meaningOfWords(WORDS, words) ?? plainly(meaningIn(CODES, code), words)
