/** TrackingMore's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/**
 * Sources: the error tables of its v4 client libraries, and of v2 ("API status codes"). A quota or a
 * balance that is used up is a throttle until it is filled again. A field that a carrier needs beside
 * the number (4122) is the number's trouble.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '401': 'unauthorized',
  '403': 'unauthorized',
  '429': 'throttled',
  '500': 'down',
  '511': 'down',
  '512': 'down',
  '513': 'down',
  '4001': 'unauthorized',
  '4002': 'unauthorized',
  '4013': 'invalid_number',
  '4014': 'invalid_number',
  '4015': 'invalid_number',
  '4017': 'not_found',
  '4019': 'throttled',
  '4021': 'throttled',
  '4031': 'not_found',
  '4032': 'invalid_number',
  '4102': 'not_found',
  '4110': 'invalid_number',
  '4111': 'invalid_number',
  '4120': 'invalid_number',
  '4121': 'invalid_number',
  '4122': 'invalid_number',
  '4190': 'throttled',
}

/** "Tracking already exists", in v4 and before. */
export const REGISTERED: ReadonlySet<string> = new Set(['4101', '4016'])

export const problemOf = (
  { code, message }: Failure,
  trackingNumber: string | null,
): CarrierProblem => ({
  code: CODES[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'TrackingMore gave no message',
  tracking_number: trackingNumber,
})

/** A list without a tracking says what TrackingMore calls 4102: the number has to be registered first. */
export const UNREGISTERED: CarrierProblem = {
  code: 'not_found',
  carrier_code: '4102',
  message: 'TrackingMore does not track this number yet',
  tracking_number: null,
}
