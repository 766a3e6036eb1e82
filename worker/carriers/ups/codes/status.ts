/**
 * The three-digit status codes (`statusCode`, in Track Alert `descriptionCode`), leading zeros
 * stripped. Source: "Tracking status description codes" in the appendix of UPS's Track API.
 * The code of what happened (two letters) is finer than some of these; which one is believed is
 * said in `meaning.ts` and by the two lists below.
 */
import { codeTable } from '../../code-table.ts'

export const STATUSES = codeTable([
  ['label_created', null, '3 44 45 65 77 79 80 131 135 157 166'],
  ['cancelled', null, '7'],
  ['accepted', null, '38 160 167 168 169'],
  [
    'in_transit',
    null,
    '5 10 14 16 25 39 47 57 70 71 73 74 75 84 87 134 137 138 143 158 159 164 165',
  ],
  ['in_transit', 'held', '19 83'],
  [null, 'held', '18 20 100 103 104 106 108'],
  ['in_transit', 'payment_due', '85'],
  ['in_transit', 'customs_hold', '12 92 123 126'],
  ['in_transit', 'customs_documents', '58 124 125 141'],
  ['in_transit', 'security', '132'],
  ['in_transit', 'lost', '68'],
  ['in_transit', 'rescheduled', '55 115 136'],
  ['out_for_delivery', null, '6 21 37 72 78 89 91 146 162'],
  ['attempt_failed', null, '22 23 24 60 66 69 145'],
  ['attempt_failed', 'signature_required', '61'],
  ['attempt_failed', 'payment_due', '62'],
  ['attempt_failed', 'refused', '64'],
  ['ready_for_pickup', null, '17 40 144 161'],
  ['delivered', null, '11 26 156'],
  ['returning_to_sender', null, '35 36 118'],
  ['returning_to_sender', 'damaged', '81'],
  ['returned_to_sender', null, '34 67'],
  ['ended', 'seized', '147'],
  ['ended', 'prohibited', '149'],
  [null, 'weather', '32 51 52 53'],
  [null, 'transport_delay', '46 48 86 90'],
  [null, 'address_incomplete', '50'],
  [null, 'forwarded', '27 28 96 97'],
  [null, 'sender_request', '33 119'],
  [null, 'damaged', '59'],
  [null, 'investigation', '129'],
  [null, 'access_denied', '139'],
  [null, 'carrier_exception', '13 29 30 49 76 93'],
  [
    null,
    null,
    `0 41 42 43 54 56 63 82 88 94 95 98 99 101 102 105 107 109 110 111 112 113 114 116 117 120
     121 122 127 128 130 133 140 142 148 153 154 155 163`,
  ],
])

/** These only file a scan ("On the Way", "Delivered", "Exception"): the finer code goes first. */
export const FILED: ReadonlySet<string> = new Set(
  '0 5 10 11 13 25 29 30 39 46 47 48 49 76 86 87 90 158 159 164 165'.split(' '),
)

/** These say that something failed, and leave it to the finer code to say why. */
export const REASON_ELSEWHERE: ReadonlySet<string> = new Set(
  '17 22 23 24 34 35 36 40 60 65 66 67 69 118 131 135 145'.split(' '),
)
