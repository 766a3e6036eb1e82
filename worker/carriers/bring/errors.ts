/** Bring's errors, as what they mean for us: by their words, else by the status they repeat. */
import { usualStatus } from '../client.ts'
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/** Bring documents no list of codes: words as its API and its gateway use them. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/no (shipments?|consignments?|results?)|not (be )?found/i, 'not_found'],
  [/unauthori[sz]ed|authenticat|api.?key|forbidden|access denied/i, 'unauthorized'],
  [/too many|rate limit|quota/i, 'throttled'],
  [/unavailable|try again|internal|timed? ?out/i, 'down'],
  [/(invalid|illegal|malformed|missing).*(query|number|parameter|\bq\b)/i, 'invalid_number'],
]

export const problemOf = ({ code, words }: Failure): CarrierProblem => ({
  code: meaningOf(code, words),
  carrier_code: code,
  message: words?.slice(0, 200) ?? 'Bring gave no message',
  tracking_number: null,
})

function meaningOf(code: string | null, words: string | null): CarrierErrorCode {
  const said = WORDS.find(([pattern]) => pattern.test(`${code} ${words}`))?.[1]
  if (said) return said
  if (code === '404') return 'not_found'
  // Three digits are a status of HTTP, four are Bring's own.
  return (code?.length === 3 && usualStatus(Number(code))) || 'bad_answer'
}
