/** ClickPost's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Source: "Error Codes" in ClickPost's API documentation. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '301': 'unauthorized',
  '302': 'invalid_number',
  '306': 'unauthorized',
  '316': 'unauthorized',
  '320': 'unauthorized',
  '321': 'not_found',
  '322': 'down',
  '324': 'unauthorized',
  '326': 'not_found',
  '330': 'not_found',
  '351': 'unauthorized',
  '353': 'unauthorized',
  '354': 'down',
  '401': 'unauthorized',
  '403': 'unauthorized',
  '404': 'not_found',
  '429': 'throttled',
  '500': 'down',
  '503': 'down',
  '504': 'down',
}

/** "waybill already registered" */
export const REGISTERED: ReadonlySet<string> = new Set(['303'])

export const problemOf = ({ code, message }: Failure): CarrierProblem => ({
  code: CODES[code ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'ClickPost gave no message',
  tracking_number: null,
})

/** `valid: false`, or no shipment at all. */
export const unknown = (waybill: string | null): CarrierProblem => ({
  code: 'not_found',
  carrier_code: null,
  message: 'ClickPost does not know this waybill, or it is not registered there',
  tracking_number: waybill,
})
