/**
 * Why a parcel was not delivered, as English words say it: for carriers who write it under one code
 * for all of them ("undelivered"), or under none. First match; null where no row knows the words.
 */
import type { Reason } from '../../schema/vocabulary.ts'

const WHO = '(?:customer|consignee|recipient|receiver|addressee|party|cnee)'

const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [
    /\b(?:cod|cash|amount|payment|money|charges)\b.*\bnot (?:ready|available)\b|\brefus\w* to pay\b|\bpayment (?:issue|dispute|pending)\b/i,
    'payment_due',
  ],
  [/\brefus|\breject|\bdenied to accept\b|\bnot (?:ordered|interested)\b/i, 'refused'],
  [
    /\bin(?:complete|sufficient) (?:address|add)\b|\b(?:address|add) (?:is )?(?:in(?:complete|sufficient))\b/i,
    'address_incomplete',
  ],
  [/\blandmark|\bdepartment name|\bpin ?code (?:missing|not)/i, 'address_incomplete'],
  [
    /\b(?:address|add)\b.*\b(?:not found|incorrect|unlocatable|untraceable|wrong|invalid|mismatch)\b|\b(?:incorrect|wrong|invalid|bad|unlocatable|untraceable) (?:\w+ )?(?:address|add|pin ?code)\b|\bno such (?:consignee|person|company|party)\b/i,
    'address_wrong',
  ],
  [/\b(?:shifted|moved|relocated)\b/i, 'recipient_moved'],
  [
    /\b(?:re-?schedul|future delivery|delivery on (?:another|next)|next (?:working )?day|later delivery|requested (?:for )?(?:a )?(?:later|other) date)/i,
    'rescheduled',
  ],
  [
    /\b(?:office|premises|shop|company|residence|door|house)\b.*\b(?:closed|locked)\b/i,
    'business_closed',
  ],
  [
    /\b(?:entry|access)\b.*\b(?:not permitted|not allowed|denied|restricted|permission|required)\b|\brestricted (?:area|entry)\b/i,
    'access_denied',
  ],
  [
    /\b(?:not (?:reachable|answer\w*|responding|contactable|connecting)|no (?:response|answer)|unreachable|switched off|phone (?:closed|off)|(?:incorrect|wrong|invalid) (?:phone|mobile|contact)(?: number)?)\b/i,
    'recipient_unreachable',
  ],
  [
    new RegExp(
      `\\b${WHO}\\b.*\\b(?:not (?:available|home|at home|in|present)|unavailable|absent|out of (?:station|town))\\b|\\bnobody (?:at )?home\\b`,
      'i',
    ),
    'recipient_absent',
  ],
  [/\b(?:otp|one[- ]time|verification code|id proof|identification)\b/i, 'id_required'],
  [/\b(?:out of delivery area|non[- ]serviceable|not serviceable|oda)\b/i, 'out_of_area'],
  [/\b(?:miss?-?rout|miss?-?sort)/i, 'missorted'],
  [/\b(?:rain|fog|weather|snow|storm)\b/i, 'weather'],
  [/\b(?:flood|earthquake|natural disaster|curfew|riot|disturbance)\b/i, 'disaster'],
  [/\bstrike\b|\bbandh\b/i, 'strike'],
  [/\bholiday\b|\bweekly off\b/i, 'holiday'],
  [/\b(?:damage|broken|leak)/i, 'damaged'],
  [/\b(?:lost|stolen|theft)\b/i, 'lost'],
  [/\b(?:vehicle|breakdown|accident)\b/i, 'vehicle'],
  [/\b(?:capacity|space constraint|heavy load)\b/i, 'capacity'],
  [/\b(?:self[- ]?collect|held at|hold at|on hold)\b/i, 'held'],
  [/\b(?:delay|not attempted|time constraint)/i, 'transport_delay'],
]

export const reasonInEnglish = (words: string | null): Reason | null =>
  (words !== null && REASONS.find(([pattern]) => pattern.test(words))?.[1]) || null
