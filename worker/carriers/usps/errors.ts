/** USPS's errors, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Sources: recorded answers; `80040b1a` from the guide of the former Web Tools; RFC 6749 §5.2. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '-2147219302': 'not_found',
  '-2147219301': 'not_found',
  '-2147219283': 'not_found',
  // "Duplicate": several items have it.
  '-2147219303': 'invalid_number',
  '401': 'unauthorized',
  '403': 'unauthorized',
  '429': 'throttled',
  '500': 'down',
  '503': 'down',
  '80040b1a': 'unauthorized',
  invalid_client: 'unauthorized',
  unauthorized_client: 'unauthorized',
  invalid_token: 'unauthorized',
}

/**
 * 150001 is the code of whatever Tracking answers, and 400 its status: the words say what.
 * Source: recorded answers, and the messages on USPS's tracking page.
 */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [
    /status update is not yet available|could not locate|information is not available/i,
    'not_found',
  ],
  [/no (tracking )?(record|information)|not found|does not exist/i, 'not_found'],
  [/(invalid|not a valid|incorrect).*(tracking|number|mail ?piece|barcode)/i, 'invalid_number'],
  [/(tracking|number|mail ?piece|barcode).*(invalid|not valid|incorrect)/i, 'invalid_number'],
  [/authoriz|authentic|credential|access token/i, 'unauthorized'],
  [/quota|rate limit|too many|spike arrest/i, 'throttled'],
]

/** What we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf(failure: Failure): CarrierProblem {
  const { codes, message, number } = failure
  const byCode = codes.map((code) => CODES[code.toLowerCase()]).find((known) => known !== undefined)
  const byWords = WORDS.find(([pattern]) => pattern.test(message ?? ''))?.[1]
  return {
    code: byCode ?? byWords ?? 'bad_answer',
    carrier_code: codes[0] ?? null,
    message: message?.replace(/<[^>]*>/g, '').slice(0, 200) ?? 'USPS gave no message',
    tracking_number: number,
  }
}
