/** Russian Post's faults and errors, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Failure } from './wire.ts'

/**
 * Words that say more than their kind of fault. A limit of requests comes as a failed authorization;
 * "format of the request data" is what a number that is none gets.
 */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/превышен.* лимит|лимит.* превышен|limit.*exceed|exceed.*limit/i, 'throttled'],
  [/формат данных|format of (the )?(request|query) data|неверный формат/i, 'invalid_number'],
  [/не найден|not found|no information|нет информации/i, 'not_found'],
  [/внутренн\S* ошибк|internal error|недоступ|unavailable/i, 'down'],
]

/** Source: "Potential errors" of the single access (by name) and the batch access (by number). */
const CODES: Readonly<Record<string, CarrierErrorCode>> = {
  AuthorizationFault: 'unauthorized',
  '2': 'invalid_number',
  '3': 'unauthorized',
  // The answer to a ticket that is not ready yet, or no longer there.
  '6': 'down',
  '12': 'not_found',
  '16': 'down',
  '17': 'down',
  '18': 'throttled',
  '21': 'invalid_number',
}

export const problemOf = ({ code, words, number }: Failure): CarrierProblem => ({
  code: meaningOf(code, words),
  carrier_code: code,
  message: words?.slice(0, 200) ?? 'Russian Post gave no message',
  tracking_number: number,
})

function meaningOf(code: string | null, words: string | null): CarrierErrorCode {
  const said = WORDS.find(([pattern]) => pattern.test(words ?? ''))?.[1]
  // Without a code: no fault, but no operation either.
  return said ?? (code === null ? 'not_found' : (CODES[code] ?? 'bad_answer'))
}
