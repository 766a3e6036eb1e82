/** What was once proven true is not proven again: ids and grants of those who come back. */
const MAX_KEPT = 2000

/**
 * The proof with its positive results kept, by key ring and text. Failures are not kept: whoever
 * guesses fills nothing.
 */
export function proven<Keys extends object, Proof extends object | string>(
  prove: (keys: Keys, text: string) => Promise<Proof | null>,
): (keys: Keys, text: string) => Promise<Proof | null> {
  const byKeys = new WeakMap<Keys, Map<string, Proof>>()
  return async (keys, text) => {
    const kept = byKeys.get(keys) ?? new Map<string, Proof>()
    byKeys.set(keys, kept)
    const known = kept.get(text)
    if (known !== undefined) return known
    const proof = await prove(keys, text)
    if (proof === null) return null
    kept.set(text, proof)
    const [oldest] = kept.keys()
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
    return proof
  }
}
