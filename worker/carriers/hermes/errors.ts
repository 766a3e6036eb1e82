/** Hermes' result codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Result } from './wire.ts'

/** Source: the responses of the Shipment Info API's specification (2025-12-08); e001 also recorded. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  e001: 'not_found',
  // "Query for shipment information not successful".
  e002: 'down',
  // "Incorrect properties specified".
  e005: 'invalid_number',
  e900: 'unauthorized',
  e902: 'unauthorized',
  e903: 'unauthorized',
  e999: 'down',
  access_denied: 'unauthorized',
  invalid_client: 'unauthorized',
  invalid_grant: 'unauthorized',
  invalid_token: 'unauthorized',
}

/** `about`: the number it is about, where it says so. */
export const problemOf = ({ code, message }: Result, about: string | null): CarrierProblem => ({
  code: CODES[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'Hermes gave no message',
  tracking_number: about,
})
