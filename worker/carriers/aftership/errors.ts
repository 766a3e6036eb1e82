/** AfterShip's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Meta } from './wire.ts'

/** Source: "Request errors" in AfterShip's documentation, versions 4 to 2026-07. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '401': 'unauthorized',
  '402': 'unauthorized',
  '403': 'unauthorized',
  '404': 'not_found',
  '429': 'throttled',
  '500': 'down',
  '502': 'down',
  '503': 'down',
  '504': 'down',
  '4004': 'not_found',
  '4005': 'invalid_number',
  '4007': 'invalid_number',
  '4010': 'invalid_number',
  '4011': 'invalid_number',
  '4012': 'invalid_number',
  '4015': 'invalid_number',
  '4017': 'invalid_number',
  '4018': 'invalid_number',
}

/** "Tracking already exists." */
export const REGISTERED: ReadonlySet<string> = new Set(['4003'])

export const problemOf = ({ code, message, type }: Meta): CarrierProblem => ({
  code: CODES[code] ?? 'bad_answer',
  carrier_code: code,
  message: (message ?? type)?.slice(0, 200) ?? 'AfterShip gave no message',
  tracking_number: null,
})

/** A list without a tracking says what AfterShip calls 4004: the number has to be registered first. */
export const UNREGISTERED: CarrierProblem = {
  code: 'not_found',
  carrier_code: '4004',
  message: 'AfterShip does not track this number yet',
  tracking_number: null,
}
