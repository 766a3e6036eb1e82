/** Shippo's error words, as what they mean for us: it has no codes. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'

/**
 * Its API is written in Django REST framework, whose words the first rows are; the fields' complaints
 * are as recorded by integrations, for Shippo documents none.
 */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/invalid token|authentication credentials|not authenticated|permission/i, 'unauthorized'],
  [/throttled|too many requests|rate limit/i, 'throttled'],
  [
    /^(?:tracking_number|carrier)\b|\b(?:invalid|unsupported|not supported)\b.*carrier/i,
    'invalid_number',
  ],
  [/not found|does not exist/i, 'not_found'],
]

export const problemOf = (words: string): CarrierProblem => ({
  code: WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer',
  carrier_code: null,
  message: words.slice(0, 200),
  tracking_number: null,
})
