/**
 * What plain English words say of a parcel. For aggregators, whose status may be coarser than the
 * carrier's words, or contradict them ("returned to sender" under Delivered), or be missing. Whole
 * phrases only, and none that speaks of the future or of what did not happen.
 */
import type { Handover, Milestone } from '../../schema/vocabulary.ts'
import type { Meaning, WordTable } from './code-table.ts'
import { meaningOfWords } from './code-table.ts'

const SENDER = '(?:the )?(?:original )?(?:sender|shipper|merchant|seller|consignor)'
const CUSTOMER = '(?:the )?(?:customer|recipient|receiver|consignee|addressee|buyer)'
const THING = '(?:(?:your|the) )?(?:(?:item|parcel|package|shipment|order|consignment) )?'

const PLAIN: WordTable = [
  [new RegExp(`\\bbeing (?:returned|sent back) to ${SENDER}`, 'i'), 'returning_to_sender', null],
  [
    new RegExp(`(?<!\\bbe |\\bnot )\\b(?:delivered|returned) (?:back )?to ${SENDER}`, 'i'),
    'returned_to_sender',
    null,
  ],
  [
    new RegExp(`\\b(?:return|returning) (?:back )?to ${SENDER}|\\bRTO (?:initiated|marked)`, 'i'),
    'returning_to_sender',
    null,
  ],
  [
    new RegExp(`^${THING}(?:is |was |has been |went )?(?:now )?out for delivery\\b`, 'i'),
    'out_for_delivery',
    null,
  ],
  [
    /\bon (?:\w+ )?vehicle for delivery\b|\bwith (?:the )?delivery (?:courier|driver)\b/i,
    'out_for_delivery',
    null,
  ],
  [
    /\b(?:ready|available|awaiting|waiting) (?:for )?(?:customer |your )?(?:pick-? ?up|collection)\b(?! by)/i,
    'ready_for_pickup',
    null,
  ],
  [
    /\b(?:delivery attempt(?:ed)?|attempted delivery|unsuccessful delivery|notice left|failed delivery)\b/i,
    'attempt_failed',
    null,
  ],
  [/\barriving on time\b/i, 'in_transit', null],
]

/** What else words say where nothing beside them does. */
const EVENTS: WordTable = [
  ...PLAIN,
  [new RegExp(`\\b(?:collected|picked up) by ${CUSTOMER}`, 'i'), 'delivered', null],
  [
    new RegExp(
      `^${THING}(?:is |was |has been )?(?:successfully )?delivered\\b(?! to (?:[\\w-]+ )*(?:carrier|courier|agent|hub|facility|depot|station)\\b)`,
      'i',
    ),
    'delivered',
    null,
  ],
  [
    /\blabel (?:has been |was )?created\b|\bshipping label\b|\bpre-?shipment\b|\bshipment (?:information|info|data)\b|\border (?:information )?(?:received|created)\b/i,
    'label_created',
    null,
  ],
  [
    /\b(?:picked up|collected|accepted|acceptance|origin scan|dropped off|received by (?:the )?carrier)\b/i,
    'accepted',
    null,
  ],
  [
    /\b(?:arrived|arrival|departed|departure|in transit|en route|processed|sorted|dispatched|forwarded)\b/i,
    'in_transit',
    null,
  ],
]

/** Which statuses plain words may put right, by what the words say. */
const RIGHTED: Readonly<Partial<Record<Milestone, readonly (Milestone | null)[]>>> = {
  in_transit: [null],
  returned_to_sender: [null, 'in_transit', 'attempt_failed', 'delivered', 'returning_to_sender'],
  returning_to_sender: [null, 'in_transit', 'attempt_failed'],
  out_for_delivery: [null, 'in_transit', 'accepted'],
  ready_for_pickup: [null, 'in_transit', 'delivered'],
  attempt_failed: [null, 'in_transit'],
}

/** A meaning put right by plainer words. */
export function plainly(meaning: Meaning, words: string | null): Meaning {
  const said = meaningOfWords(PLAIN, words)
  if (!said?.milestone || !RIGHTED[said.milestone]?.includes(meaning.milestone)) return meaning
  const reason = meaning.reason === 'carrier_exception' ? null : meaning.reason
  return { milestone: said.milestone, reason }
}

/** What words say where a scan has no code at all; nothing where they are not plain. */
export const sayInEnglish = (words: string | null): Meaning =>
  meaningOfWords(EVENTS, words) ?? { milestone: null, reason: null }

const HANDS: readonly (readonly [RegExp, Handover])[] = [
  [/\bneighbou?r/i, 'neighbour'],
  [
    /\b(?:front|back|side|rear) (?:door|porch)\b|\bporch\b|\bgarage\b|\bsafe place\b/i,
    'safe_place',
  ],
  [/\bmail ?box\b|\bletter ?box\b|\bmail slot\b/i, 'mailbox'],
  [/\blocker\b/i, 'locker'],
  [/\breception|\bfront desk\b|\bconcierge\b|\bmail ?room\b/i, 'reception'],
  [/\bpost office\b/i, 'post_office'],
  [/\b(?:parcel ?shop|pick-? ?up point|access point|service point)\b/i, 'pickup_point'],
  [/\bhousehold\b|\bfamily member\b/i, 'household'],
  [new RegExp(`\\b(?:to|by) ${CUSTOMER}`, 'i'), 'recipient'],
]

/** Into whose hands or what place, as far as words say it. */
export const handoverInEnglish = (words: string | null): Handover =>
  HANDS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 'unknown'
