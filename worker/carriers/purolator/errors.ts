/** Purolator's errors, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Its codes are one list for all services, and not published for this one: the words say what. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not (be )?found|no (tracking|shipment|information|scan)|does not exist|no match/i, 'not_found'],
  [
    /(invalid|incorrect|not valid).*\b(pin|tracking|number)|\b(pin|tracking|number)\b.*(invalid|not valid|incorrect)/i,
    'invalid_number',
  ],
  [
    /authenticat|authori[sz]|access denied|credential|not registered|invalid (key|token)/i,
    'unauthorized',
  ],
  [/too many|limit exceeded|throttl/i, 'throttled'],
  [/unavailable|timed? ?out|try again/i, 'down'],
]

/** What we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf({ Code, Description }: Failure, number: string | null): CarrierProblem {
  return {
    code: WORDS.find(([pattern]) => pattern.test(Description ?? ''))?.[1] ?? 'bad_answer',
    carrier_code: Code,
    message: Description?.slice(0, 200) ?? 'Purolator gave no message',
    tracking_number: number,
  }
}
