/** FedEx's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Message } from './wire.ts'

/**
 * Sources: codes in words from "API Error Codes – Track API" in FedEx's developer portal and from
 * recorded answers; numbers from recorded answers of the former web services.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  'TRACKING.TRACKINGNUMBER.NOTFOUND': 'not_found',
  'TRACKING.REFERENCENUMBER.NOTFOUND': 'not_found',
  'TRACKING.TCN.NOTFOUND': 'not_found',
  'TRACKING.DATA.NOTFOUND': 'not_found',
  'NOTIFICATION.TRACKINGNBR.NOTFOUND': 'not_found',
  'TRACKING.TRACKINGNUMBER.INVALID': 'invalid_number',
  'TRACKING.TRACKINGNUMBER.EMPTY': 'invalid_number',
  // Several parcels have it, and FedEx wants to be told which.
  'TRACKING.DATA.NOTUNIQUE': 'invalid_number',
  'NOT.AUTHORIZED.ERROR': 'unauthorized',
  'FORBIDDEN.ERROR': 'unauthorized',
  'UNAUTHORIZED.USAGE': 'unauthorized',
  'LOGIN.REAUTHENTICATE.ERROR': 'unauthorized',
  'USER.RELOGIN.REQUIRED': 'unauthorized',
  'CUSTOMER.USAGE.LOCKED': 'unauthorized',
  'CUSTOMER.REVOKE.REQUIRED': 'unauthorized',
  'TOO.MANY.REQUESTS.ERROR': 'throttled',
  'INTERNAL.SERVER.ERROR': 'down',
  'SERVICE.UNAVAILABLE.ERROR': 'down',
  '9040': 'not_found',
  '5508': 'invalid_number',
  '6035': 'invalid_number',
  '1000': 'unauthorized',
  '6330': 'down',
  '7025': 'down',
  '9045': 'down',
  '9080': 'down',
}

/** BAD.REQUEST.ERROR is whatever the gateway did not like. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/\bJWT\b|access token|authenticat|unauthori[sz]ed/i, 'unauthorized'],
  [/too many requests/i, 'throttled'],
]

/** A code we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf({ code, message }: Message, number: string | null): CarrierProblem {
  const byWords = WORDS.find(([pattern]) => pattern.test(message ?? ''))?.[1]
  return {
    code: CODES[code ?? ''] ?? byWords ?? 'bad_answer',
    carrier_code: code,
    message: message?.slice(0, 200) ?? 'FedEx gave no message',
    tracking_number: number,
  }
}
