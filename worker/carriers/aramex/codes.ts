/**
 * Aramex's update codes (`SHnnn`) and problem codes.
 *
 * Sources: SH003, SH005, SH014 and SH160 recorded; the others from public readers of its service, only
 * where several agree with its words. The words go first, for Aramex gives one code to several of
 * them. Problem codes are known from an open-source connector alone, which writes them as words; real
 * ones (`V01`) are not documented and say nothing.
 */
import type { Reason } from '../../../schema/vocabulary.ts'
import type { Meaning, WordTable } from '../code-table.ts'
import { closer, codeTable, meaningIn, meaningOfWords } from '../code-table.ts'
import { sayInEnglish } from '../english.ts'

const CODES = codeTable([
  ['label_created', null, 'SH014'],
  ['accepted', null, 'SH001 SH012'],
  ['in_transit', null, 'SH022 SH047 SH160'],
  ['out_for_delivery', null, 'SH003'],
  ['attempt_failed', null, 'SH004'],
  ['delivered', null, 'SH005 SH006 SH154 SH234 SH496'],
  ['returned_to_sender', null, 'SH069'],
])

const WORDS: WordTable = [
  [/\b(?:returned|delivered) to (?:the )?(?:shipper|sender)\b/i, 'returned_to_sender', null],
  [/\breturn(?:ing)? to (?:the )?(?:shipper|sender|origin)\b/i, 'returning_to_sender', null],
  [/\bcollected by (?:the )?(?:consignee|customer)\b|^delivered\b/i, 'delivered', null],
  [/\bout for delivery\b/i, 'out_for_delivery', null],
  [
    /\bready for (?:pick-?up|collection)\b|\bheld for (?:pick-?up|collection)\b/i,
    'ready_for_pickup',
    null,
  ],
  [/\brefused\b/i, 'attempt_failed', 'refused'],
  [/\bnot (?:at )?home\b|\bnot available\b/i, 'attempt_failed', 'recipient_absent'],
  [/\b(?:attempted|unsuccessful) delivery\b|\bdelivery attempt/i, 'attempt_failed', null],
  [/\b(?:incorrect|wrong|incomplete|insufficient) address\b/i, null, 'address_incomplete'],
  [/\bre-?scheduled\b/i, null, 'rescheduled'],
  [/\b(?:released|cleared) (?:from|by) customs\b/i, 'in_transit', null],
  [/\bduties|duty\b/i, null, 'customs_duties'],
  [/\bcustoms\b/i, 'in_transit', 'customs_hold'],
  [/\bdamaged\b/i, null, 'damaged'],
  [/\blost\b/i, 'ended', 'lost'],
  [/\bon hold\b|\bheld\b/i, null, 'held'],
  [/\bdelayed\b|\bdelay\b/i, null, 'transport_delay'],
  [/\brecord created\b|\bshipment created\b/i, 'label_created', null],
  [/\bpicked up\b|\bcollected from (?:the )?shipper\b|\breceived at origin\b/i, 'accepted', null],
  [
    /\b(?:under processing|in transit|departed|received at|forwarded|arrived)\b/i,
    'in_transit',
    null,
  ],
]

/** As the connector writes them. */
const PROBLEMS: ReadonlyMap<string, Reason> = new Map(
  (
    [
      ['damaged', 'DMG DAMAGE DAMAGED'],
      ['missorted', 'MISROUTE'],
      ['lost', 'LOST'],
      ['vehicle', 'DELAY VEHICLE'],
      ['refused', 'REFUSED REF REJECT'],
      ['business_closed', 'CLOSED BUSINESS_CLOSED'],
      ['recipient_absent', 'NOTHOME NH NOT_HOME'],
      ['address_wrong', 'BADADDR INCORRECT WRONG_ADDRESS'],
      ['access_denied', 'NOACCESS RESTRICTED'],
      ['customs_hold', 'CUSTOMS CUSTOMSHOLD CUSTOMS_DELAY'],
      ['customs_documents', 'CUSTOMSDOC CUSTOMS_DOCUMENTS'],
      ['customs_duties', 'CUSTOMS_UNPAID DUTIES'],
      ['weather', 'WEATHER'],
      ['held', 'HOLD ONHOLD HELD'],
      ['carrier_exception', 'UNDELIVERABLE UNABLE'],
    ] as const
  ).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
)

export const knowsProblem = (code: string): boolean => PROBLEMS.has(code.toUpperCase())

export function meaningOf(
  code: string | null,
  words: string | null,
  problem: string | null,
): Meaning {
  const byCode = meaningIn(CODES, code)
  const said = meaningOfWords(WORDS, words) ?? sayInEnglish(words)
  const reason = PROBLEMS.get(problem?.toUpperCase() ?? '') ?? null
  const meaning = closer(byCode, said)
  return { milestone: meaning.milestone, reason: meaning.reason ?? reason }
}
