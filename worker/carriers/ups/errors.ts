/** UPS's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Message } from './wire.ts'

/**
 * Sources: 151018 recorded and 151044 documented, of the former services; TW0001 and TV1002 from recorded answers; UJ0001, 10004, 10007, 250002, 251004 and VSS100
 * from the error tables of UPS's published API documentation; 250003 and 10429 from recorded
 * answers; the other gateway codes (1040x, 25000x) from UPS's common error list, seen on its other
 * interfaces and not recorded on this one.
 */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  TW0001: 'not_found',
  '151018': 'invalid_number',
  '151044': 'not_found',
  TV1001: 'invalid_number',
  TV1002: 'invalid_number',
  '10400': 'unauthorized',
  '10401': 'unauthorized',
  '10403': 'unauthorized',
  '250001': 'unauthorized',
  '250002': 'unauthorized',
  '250003': 'unauthorized',
  '250004': 'unauthorized',
  '250005': 'unauthorized',
  '250006': 'unauthorized',
  '250007': 'unauthorized',
  '250009': 'unauthorized',
  '251004': 'unauthorized',
  UJ0001: 'unauthorized',
  '10429': 'throttled',
  '10001': 'down',
  '10004': 'down',
  '10500': 'down',
  '10503': 'down',
  VSS100: 'down',
}

/** A code we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
export function problemOf(message: Message, trackingNumber: string | null): CarrierProblem {
  return {
    code: CODES[message.code ?? ''] ?? 'bad_answer',
    carrier_code: message.code,
    message: message.message ?? 'UPS gave no message',
    tracking_number: trackingNumber,
  }
}

/** Whether a warning is about the number: UPS also warns about other things, beside a good answer. */
export const isAboutNumber = (message: Message): boolean => (message.code ?? '') in CODES
