/**
 * What one scan means. The type says which way the parcel goes (PU being fetched, UD to the consignee,
 * DL there, RT and RD back or elsewhere), group and code say what happened; older answers have neither
 * and leave it to the words.
 */
import type { CodeTable, Meaning, WordTable } from '../code-table.ts'
import { meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'
import { DONE, SAID } from './codes.ts'
import type { ScanDetail } from './wire.ts'

const GROUPS: Readonly<Record<string, CodeTable>> = { S: DONE, T: SAID }

/** Source: published answers without codes. */
const WORDS: WordTable = [
  [/^delivered back to shipper/i, 'returned_to_sender', null],
  [/\breturn(?:ed)? to (?:shipper|origin)|\brto\b/i, 'returning_to_sender', null],
  [/^shipment outscan$/i, 'out_for_delivery', null],
  [/\binscan|outscanned to network|\b(?:canvas|plastic) bag\b|\bconnected\b/i, 'in_transit', null],
  [
    /online shipment booked|pick-?up (?:has been )?(?:registered|generated)/i,
    'label_created',
    null,
  ],
]

/** Codes of the end of the way back; there a plain "delivered" is one too. */
const isEnd = ({ milestone }: Meaning) =>
  milestone === 'returned_to_sender' || milestone === 'delivered'

export function meaningOf({ Scan, ScanCode, ScanType, ScanGroupType }: ScanDetail): Meaning {
  const byCode = GROUPS[ScanGroupType?.toUpperCase() ?? '']?.get(ScanCode ?? '')
  const said = byCode ? plainly(byCode, Scan) : (meaningOfWords(WORDS, Scan) ?? sayInEnglish(Scan))
  switch (ScanType?.toUpperCase()) {
    case 'RT':
      return {
        milestone: isEnd(said) ? 'returned_to_sender' : 'returning_to_sender',
        reason: said.reason,
      }
    case 'PU':
      return said.milestone === 'accepted' ? said : { ...said, milestone: 'label_created' }
    case 'DL':
      return said.milestone || byCode ? said : { ...said, milestone: 'delivered' }
    default:
      return said
  }
}
