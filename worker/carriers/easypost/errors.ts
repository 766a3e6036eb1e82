/** EasyPost's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/**
 * Sources: "Errors" in EasyPost's documentation; TRACKER.CREATE.ERROR from a recorded answer, where
 * it says that the number is none of theirs.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  NOT_FOUND: 'not_found',
  'TRACKER.NOT_FOUND': 'not_found',
  'TRACKER.CREATE.ERROR': 'invalid_number',
  'TRACKER.INVALID': 'invalid_number',
  'TRACKER.TRACKING_CODE.INVALID': 'invalid_number',
  'TRACKER.CARRIER.INVALID': 'invalid_number',
  'APIKEY.INACTIVE': 'unauthorized',
  'APIKEY.MISSING': 'unauthorized',
  'MODE.UNAUTHORIZED': 'unauthorized',
  'BILLING.INSUFFICIENT_FUNDS': 'unauthorized',
  UNAUTHORIZED: 'unauthorized',
  FORBIDDEN: 'unauthorized',
  PAYMENT_REQUIRED: 'unauthorized',
  'RATE_LIMIT.EXCEEDED': 'throttled',
  RATE_LIMITED: 'throttled',
  TOO_MANY_REQUESTS: 'throttled',
  INTERNAL_SERVER_ERROR: 'down',
  SERVICE_UNAVAILABLE: 'down',
}

export const problemOf = ({ code, message }: Failure): CarrierProblem => ({
  code: CODES[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'EasyPost gave no message',
  tracking_number: null,
})

/** A page without a tracker: the number has to be registered first. */
export const UNREGISTERED: CarrierProblem = {
  code: 'not_found',
  carrier_code: 'NOT_FOUND',
  message: 'EasyPost has no tracker for this number yet',
  tracking_number: null,
}
