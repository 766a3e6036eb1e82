/**
 * SF's operation codes.
 *
 * Source: "路由操作码" among the codes of its open platform; 50 and 80 in the sample. What the table does
 * not know is read from the words, in Chinese or English.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'

const CODES = codeTable([
  ['accepted', null, '50 51 54 43'],
  [
    'in_transit',
    null,
    '3036 30 31 36 10 11 607 106 105 2 21 46 47 49 93 96 97 98 105001 15 16 17 18 19 304',
  ],
  ['in_transit', 'customs_hold', '14 570 601 602 604'],
  ['out_for_delivery', null, '44 204 34001'],
  ['attempt_failed', null, '33 70'],
  [null, 'held', '34'],
  [null, 'rescheduled', '77'],
  ['in_transit', 'forwarded', '99 648'],
  ['ready_for_pickup', null, '125 130 123 657 658'],
  ['delivered', null, '80 8000 126'],
  ['returning_to_sender', null, '631 517'],
  ['cancelled', null, '201 202'],
])

const WORDS: WordTable = [
  [/退回.*(签收|已退)|returned to (the )?(sender|shipper)/i, 'returned_to_sender', null],
  [/退回|退件|being returned/i, 'returning_to_sender', null],
  [/已签收|签收人|signed for|has been signed/i, 'delivered', null],
  [/正在派送|派送途中|派件途中|on the way to (be )?deliver/i, 'out_for_delivery', null],
  [/自取|丰巢|代收点|pick-?up (point|code)|self[- ]pick/i, 'ready_for_pickup', null],
  [/派送不成功|派件不成功|delivery (was )?unsuccessful/i, 'attempt_failed', null],
  [/清关|海关|customs/i, 'in_transit', 'customs_hold'],
  [/已揽收|已收取|已收件|picked up by SF|collected the (shipment|parcel)/i, 'accepted', null],
  [/到达|发往|离开|运输|中转|in transit|arrived|departed|left/i, 'in_transit', null],
]

export function meaningOf(code: string | null, words: string | null): Meaning {
  const byCode = CODES.get(code ?? '')
  if (byCode) return plainly(byCode, words)
  return meaningOfWords(WORDS, words) ?? sayInEnglish(words)
}
