/** Delhivery's error words, as what they mean for us: it has no codes. */
import type { CarrierErrorCode } from '../contract.ts'

/**
 * Sources: "Data does not exists…" from a published live answer; it, "No such waybill…" and "Login or
 * API Key Required" from the frequent questions in Delhivery's API documentation, which says of the
 * second that number and token are of two accounts; "Invalid token." and "Authentication
 * credentials…" are Django REST framework's, in which the API is written.
 */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/data does not exists? for provided waybill/i, 'not_found'],
  [/no such waybill or order ?id found/i, 'not_found'],
  [/login or api key required/i, 'unauthorized'],
  [/invalid token/i, 'unauthorized'],
  [/authentication credentials were not provided/i, 'unauthorized'],
  [/request was throttled/i, 'throttled'],
]

/** Words we do not know are an answer we cannot read: never taken for a parcel that does not exist. */
export const codeOf = (words: string): CarrierErrorCode =>
  WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'bad_answer'
