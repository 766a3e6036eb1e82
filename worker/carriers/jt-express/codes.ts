/**
 * J&T's scans. Each country's platform has codes of its own, which mostly do not overlap; where they
 * do, and where a scan has none, the words of the scan's kind say what it is.
 *
 * Source: "Tracking query" and "Status feedback" in the documentation of the open platforms of Malaysia
 * (10 to 405), Vietnam (103 to 121, and 50 and 92 in its sample) and Indonesia (101). Left to the words:
 * 110 (an arrival in Vietnam, trouble in Malaysia), and 200 and 306, of which the platforms say both
 * "collected" and "damaged".
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'
import { reasonInEnglish } from '../reasons.ts'
import type { Detail } from './wire.ts'

export const CODES = codeTable([
  ['label_created', null, '103 104'],
  ['cancelled', null, '105'],
  ['accepted', null, '10 106'],
  ['in_transit', null, '20 30 50 92 109 400 401 402 403 404 405'],
  ['out_for_delivery', null, '94 112'],
  ['delivered', null, '100 113'],
  ['attempt_failed', null, '118'],
  ['returning_to_sender', null, '116 120 172'],
  ['returned_to_sender', null, '101 117 173'],
  ['attempt_failed', 'refused', '302'],
  [null, 'damaged', '201'],
  ['ended', 'lost', '300'],
  ['ended', 'disposed', '301 305'],
  ['ended', 'seized', '303'],
  // The journey's last mark, whatever its end.
  [null, null, '121'],
])

/** English, Chinese, Thai and Vietnamese, as the platforms' samples have them. */
const WORDS: WordTable = [
  [/return(?:ed)? sign|退件签收|เซ็นรับพัสดุตีกลับ/i, 'returned_to_sender', null],
  [/^return|退件|ตีกลับ|hoàn/i, 'returning_to_sender', null],
  [/problem|abnormal|问题件|มีปัญหา|sự cố/i, null, 'carrier_exception'],
  [/pick-?up fail|揽收失败/i, 'label_created', null],
  [/^order (?:placed|created)/i, 'label_created', null],
  [/cancel/i, 'cancelled', null],
  [/on delivery|delivery scan|out for delivery|派件|นำจ่าย|phát hàng/i, 'out_for_delivery', null],
  [/^sign|parcel signed|^delivered|签收|เซ็นรับ|ký nhận/i, 'delivered', null],
  [/pick-?up|picked up|揽收|รับพัสดุ|nhận hàng/i, 'accepted', null],
  [
    /sending|departure|arrival|outbound|inbound|transit|发件|到件|入仓|出仓|เข้าคลัง|นำส่ง|พัสดุถึง|gửi hàng|hàng đến/i,
    'in_transit',
    null,
  ],
  [/damage/i, null, 'damaged'],
]

/** By the code where it is one country's alone, else by the kind in words; why it went wrong only words say. */
export function meaningOf(said: Detail): Meaning {
  const kind = said.scanTypeName ?? said.scanType
  const meaning = CODES.get(said.scanTypeCode ?? '') ?? meaningOfWords(WORDS, kind)
  if (!meaning) return { milestone: null, reason: null }
  const isOpen = meaning.milestone === 'attempt_failed' && meaning.reason === null
  if (!isOpen && meaning.reason !== 'carrier_exception') return meaning
  return {
    ...meaning,
    reason:
      reasonInEnglish([said.problemType, said.desc].filter(Boolean).join(' ')) ?? meaning.reason,
  }
}
