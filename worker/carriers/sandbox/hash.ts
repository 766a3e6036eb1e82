/** Choices that look random and are the same every time: FNV-1a over a text. */

export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** Throws where there is nothing to choose from. */
export function choose<T>(from: readonly T[], text: string): T {
  const chosen = from[hash(text) % from.length]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}
