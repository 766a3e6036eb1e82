/** What the MyDHL API and its gateway refuse, as what it means for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Answer } from './wire.ts'

/** By status, which the body repeats. Source: the responses of the MyDHL API's specification. */
const STATUSES: Readonly<Record<string, CarrierErrorCode>> = {
  '401': 'unauthorized',
  '403': 'unauthorized',
  '404': 'not_found',
  '429': 'throttled',
  '500': 'down',
  '502': 'down',
  '503': 'down',
  '504': 'down',
}

/** A refusal has no code of its own; nor has the XML service's "error parsing" for a short password. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/unauthori[sz]ed|forbidden|authenticat|password|site ?id|credential/i, 'unauthorized'],
  [/quota|too many|rate limit|throttl/i, 'throttled'],
  [/no (shipments?|data) found/i, 'not_found'],
  [/shipmentTrackingNumber|AWBNumber/i, 'invalid_number'],
]

/** `about`: the number it is about, where it says so. */
export function problemOf(
  code: string | null,
  words: string | null,
  about: string | null = null,
): CarrierProblem {
  const known = WORDS.find(([pattern]) => pattern.test(words ?? ''))
  return {
    code: STATUSES[code ?? ''] ?? known?.[1] ?? 'bad_answer',
    carrier_code: code,
    message: words?.slice(0, 200) ?? 'DHL Express gave no message',
    tracking_number: about,
  }
}

export const problemsOf = (answer: Exclude<Answer, { kind: 'shipments' }>): CarrierProblem[] =>
  answer.kind === 'problem'
    ? [problemOf(answer.status, answer.detail ?? answer.message ?? answer.title)]
    : answer.reasons.map(({ msg }) => problemOf(null, msg))
