/** 17TRACK's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/**
 * Source: "Error codes" in the documentation of API v2.2. A quota that is used up is a throttle until
 * it is filled again. What a carrier needs beside the number (-18010016 to -22) and a carrier that
 * cannot be told are the number's trouble.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '401': 'unauthorized',
  '429': 'throttled',
  '500': 'down',
  '503': 'down',
  '-18010001': 'unauthorized',
  '-18010002': 'unauthorized',
  '-18010003': 'down',
  '-18010004': 'unauthorized',
  '-18010012': 'invalid_number',
  '-18010015': 'invalid_number',
  '-18010016': 'invalid_number',
  '-18010018': 'invalid_number',
  '-18010019': 'invalid_number',
  '-18010020': 'invalid_number',
  '-18010021': 'invalid_number',
  '-18010022': 'invalid_number',
  '-18019815': 'down',
  '-18019816': 'down',
  '-18019902': 'not_found',
  '-18019903': 'invalid_number',
  '-18019907': 'throttled',
  '-18019908': 'throttled',
  '-18019909': 'not_found',
  '-18019910': 'invalid_number',
  '-18019911': 'invalid_number',
}

export const REGISTERED: ReadonlySet<string> = new Set(['-18019901'])

export const problemOf = (
  { code, message }: Failure,
  trackingNumber: string | null,
): CarrierProblem => ({
  code: CODES[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? '17TRACK gave no message',
  tracking_number: trackingNumber,
})
