/** GLS's error codes, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Refusal } from './wire.ts'

/**
 * Sources: the error codes of "Track And Trace V1" (1.0.7), the fault codes of its gateway, the
 * statuses of problem details; NOT_FOUND from a connector's sample.
 */
const CODES: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/^(E_404_\d+|NOT_FOUND)$/i, 'not_found'],
  [/^E_400_01$/i, 'invalid_number'],
  [/^E_500_\d+$/i, 'down'],
  [/quota|ratelimit|spikearrest|^429$/i, 'throttled'],
  [/jwt|oauth|apikey|unauthorized|^40[13]$/i, 'unauthorized'],
  [/^5\d\d$/, 'down'],
]

/** `about`: the number it is about, where it says so. */
export const problemOf = ({ code, message }: Refusal, about: string | null): CarrierProblem => ({
  code: CODES.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'GLS gave no message',
  tracking_number: about,
})
