/** Choices that look random and are the same every time. */
import { hash } from '../../lib/hash.ts'

/** Throws where there is nothing to choose from. */
export function choose<T>(from: readonly T[], text: string): T {
  const chosen = from[hash(text) % from.length]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}
