/** DHL's problem details, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'

/** By status, which the body repeats. Source: the responses of the Unified API's specification. */
const STATUSES: Readonly<Record<string, CarrierErrorCode>> = {
  '400': 'invalid_number',
  '401': 'unauthorized',
  '403': 'unauthorized',
  '404': 'not_found',
  '429': 'throttled',
  '500': 'down',
  '502': 'down',
  '503': 'down',
  '504': 'down',
}

interface Problem {
  readonly status: string
  readonly title: string | null
  readonly detail: string | null
}

export const problemOf = ({ status, title, detail }: Problem): CarrierProblem => ({
  code: STATUSES[status] ?? 'bad_answer',
  carrier_code: status,
  message: (detail ?? title)?.slice(0, 200) ?? 'DHL gave no message',
  tracking_number: null,
})
