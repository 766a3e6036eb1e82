/** Royal Mail's errors, as what they mean for us: by their words, else by the status they repeat. */
import { usualStatus } from '../client.ts'
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Refusal, Refused } from './wire.ts'

/**
 * Sources: "isn't recognised … cannot be located" (E1142) from the samples of Royal Mail's API; the
 * words of its gateway from IBM API Connect, which it is.
 */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not recogni[sz]ed|n't recogni[sz]ed|cannot be located|not be found/i, 'not_found'],
  [/no (tracking )?(data|events|information)|tracking is not (yet )?available/i, 'not_found'],
  [/(barcode|mail ?piece ?id).*(invalid|length|format|too (long|short))/i, 'invalid_number'],
  [/invalid (barcode|mail ?piece ?id)/i, 'invalid_number'],
  [/client id|client secret|unauthori[sz]ed|not registered|forbidden/i, 'unauthorized'],
  [/rate limit|too many requests|quota/i, 'throttled'],
  [/internal (server )?error|unavailable|timed? ?out|try again/i, 'down'],
]

const STATUSES: Readonly<Record<string, CarrierErrorCode>> = { '404': 'not_found' }

/** Words we do not know are an answer we cannot read: never taken for a parcel that does not exist. */
export function refusal({ errorCode, errorDescription, errorCause }: Refusal): CarrierProblem {
  const said = [errorDescription, errorCause].filter((part) => part !== null).join(': ')
  return {
    code: meaningOf(said) ?? 'bad_answer',
    carrier_code: errorCode,
    message: said.slice(0, 200) || 'Royal Mail gave no message',
    tracking_number: null,
  }
}

export function problemsOf(refused: Refused): CarrierProblem[] {
  if (refused.errors.length > 0) return refused.errors.map(refusal)
  const said = [refused.httpMessage, refused.moreInformation].filter((part) => part !== null)
  const status = refused.httpCode ?? ''
  return [
    {
      code:
        meaningOf(said.join(': ')) ??
        STATUSES[status] ??
        usualStatus(Number(status)) ??
        'bad_answer',
      carrier_code: refused.httpCode,
      message: said.join(': ').slice(0, 200) || 'Royal Mail gave no message',
      tracking_number: null,
    },
  ]
}

const meaningOf = (said: string): CarrierErrorCode | undefined =>
  WORDS.find(([pattern]) => pattern.test(said))?.[1]
