/** Canada Post's message codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Message } from './wire.ts'

/**
 * Sources: 004 and E002 from recorded answers; "Server" (the throttle, "Rejected by SLM Monitor") and
 * AA001 to AA009, written AA01 to AA09 in places, from "Messages and code tables" in Canada Post's
 * developer documentation. All of the latter are about the key, the platform or the customer.
 */
const CODES: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/^0*4$/, 'not_found'],
  [/^E0*2$/i, 'unauthorized'],
  [/^AA0{1,2}[1-9]$/i, 'unauthorized'],
]

/** `Server` is the gateway's code for whatever failed: its words say what. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/rejected by SLM monitor/i, 'throttled'],
]

/** "You will be blocked from making additional calls for up to a minute." */
export const BLOCKED_FOR = 60

/** A code we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf({ code, description }: Message): CarrierProblem {
  const known =
    CODES.find(([pattern]) => pattern.test(code ?? '')) ??
    WORDS.find(([pattern]) => pattern.test(description ?? ''))
  return {
    code: known?.[1] ?? 'bad_answer',
    carrier_code: code,
    message: description?.slice(0, 200) ?? 'Canada Post gave no message',
    tracking_number: null,
  }
}
