/** Ship24's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Source: the examples of Ship24's published API description. A quota used up is a throttle. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  tracker_not_found: 'not_found',
  quota_limit_reached: 'throttled',
  too_many_requests: 'throttled',
  rate_limit_reached: 'throttled',
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  auth_invalid_api_key: 'unauthorized',
  internal_server_error: 'down',
}

/** One code for whatever is wrong with a request: only its words say that it is the number. */
const INVALID = 'validation_error'
const OF_NUMBER = /tracking ?number/i

export const problemOf = (
  { code, message }: Failure,
  trackingNumber: string | null,
): CarrierProblem => ({
  code: codeOf(code, message),
  carrier_code: code,
  message: message?.slice(0, 300) ?? 'Ship24 gave no message',
  tracking_number: trackingNumber,
})

function codeOf(code: string | null, message: string | null): CarrierErrorCode {
  if (code === INVALID && OF_NUMBER.test(message ?? '')) return 'invalid_number'
  return CODES[code ?? ''] ?? 'bad_answer'
}

/** An answer without a tracking: the number has to be registered first. */
export const UNREGISTERED: CarrierProblem = {
  code: 'not_found',
  carrier_code: 'tracker_not_found',
  message: 'Ship24 has no tracker for this number yet',
  tracking_number: null,
}
