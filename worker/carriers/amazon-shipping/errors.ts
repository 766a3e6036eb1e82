/** The Selling Partner API's errors, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/**
 * Sources: "SP-API Errors" in Amazon's developer documentation; InvalidTrackingId and
 * ResourceNotFound from answers an open-source connector keeps.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  NotFound: 'not_found',
  ResourceNotFound: 'not_found',
  InvalidTrackingId: 'invalid_number',
  Unauthorized: 'unauthorized',
  AccessDenied: 'unauthorized',
  MissingAuthenticationToken: 'unauthorized',
  InvalidAccessToken: 'unauthorized',
  QuotaExceeded: 'throttled',
  RequestThrottled: 'throttled',
  InternalFailure: 'down',
  InternalError: 'down',
  ServiceUnavailable: 'down',
}

/** InvalidInput is about whatever was asked. */
const ABOUT_NUMBER = /tracking ?id/i

/** A code we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf({ code, message, details }: Failure): CarrierProblem {
  const invalid = code === 'InvalidInput' && ABOUT_NUMBER.test(`${message} ${details}`)
  return {
    code: invalid ? 'invalid_number' : (CODES[code ?? ''] ?? 'bad_answer'),
    carrier_code: code,
    message: message?.slice(0, 200) ?? 'Amazon Shipping gave no message',
    tracking_number: null,
  }
}
