/** ShipEngine's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Source: `error_code` and `error_type` in its published API description. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  not_found: 'not_found',
  tracking_not_found: 'not_found',
  invalid_field_value: 'invalid_number',
  invalid_identifier: 'invalid_number',
  invalid_string_length: 'invalid_number',
  field_value_required: 'invalid_number',
  carrier_not_supported: 'invalid_number',
  carrier_not_connected: 'unauthorized',
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  subscription_inactive: 'unauthorized',
  billing_plan_error: 'unauthorized',
  terms_not_accepted: 'unauthorized',
  rate_limit_exceeded: 'throttled',
  carrier_unavailable: 'down',
  timeout: 'down',
  unspecified: 'down',
}

const TYPES: Readonly<Record<string, CarrierErrorCode>> = {
  security: 'unauthorized',
  account_status: 'unauthorized',
  system: 'down',
}

export const problemOf = ({ error_code, error_type, message }: Failure): CarrierProblem => ({
  code: CODES[error_code ?? ''] ?? TYPES[error_type ?? ''] ?? 'bad_answer',
  carrier_code: error_code,
  message: message?.slice(0, 200) ?? 'ShipEngine gave no message',
  tracking_number: null,
})
