/** What DHL Paket refuses, as what it means for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'

/** Sources: 5 and 100 from recorded answers; 78 to 80, which ask for a zip code, from its documentation. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '5': 'unauthorized',
  '78': 'not_found',
  '79': 'not_found',
  '80': 'not_found',
  '100': 'not_found',
}

const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/log-?in|password|passwor[dt]|anmeld|unauthori[sz]ed/i, 'unauthorized'],
  [/no data|not found|keine daten|nicht gefunden/i, 'not_found'],
  [/invalid|wrong format|ungültig|format/i, 'invalid_number'],
  [/too many|limit/i, 'throttled'],
]

/** `about`: the number it is about, where it says so. */
export function problemOf(
  code: string,
  words: string | null,
  about: string | null,
): CarrierProblem {
  const known = WORDS.find(([pattern]) => pattern.test(words ?? ''))
  return {
    code: CODES[code] ?? known?.[1] ?? 'bad_answer',
    carrier_code: code,
    message: words?.slice(0, 200) ?? 'DHL Paket gave no message',
    tracking_number: about,
  }
}
