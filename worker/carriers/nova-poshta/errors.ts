/** Nova Poshta's errors, as what they mean for us: by code, else by their words. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Answer } from './wire.ts'

/** Source: getMessageCodeText of Nova Poshta's API. */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  '20000100008': 'down',
  '20000100016': 'down',
  '20000200068': 'unauthorized',
  '20000200069': 'unauthorized',
  '20000200157': 'invalid_number',
  '20000200158': 'invalid_number',
  '20000200161': 'not_found',
  '20000200205': 'not_found',
  '20000200206': 'not_found',
  '20000300415': 'not_found',
  '20000300416': 'not_found',
}

/** English and Ukrainian; Nova Poshta writes "To many requests". */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/too? many|rate limit|limit exceeded|перевищен/i, 'throttled'],
  [/api ?key|auth|ключ/i, 'unauthorized'],
  [/not found|не знайден|not exist|відсутн/i, 'not_found'],
  [
    /document ?number.*(invalid|incorrect|empty|specified)|(invalid|incorrect) document|номер.*(невірн|некорект)/i,
    'invalid_number',
  ],
  [/unavailable|try again|internal|timeout|недоступ|спробуйте/i, 'down'],
]

export const problemOf = ({ code, words }: Answer & { kind: 'refused' }): CarrierProblem => ({
  code:
    CODES[code ?? ''] ?? WORDS.find(([pattern]) => pattern.test(words ?? ''))?.[1] ?? 'bad_answer',
  carrier_code: code,
  message: words?.slice(0, 200) ?? 'Nova Poshta gave no message',
  tracking_number: null,
})
