/**
 * Whether two values say the same as JSON: the order of keys does not matter, nor does a field that
 * is undefined where the other has none. What is one and the same object is not looked into, so a
 * changed copy costs what changed.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  return (
    Object.keys(a).every((key) => isSame(a[key], Object.hasOwn(b, key) ? b[key] : undefined)) &&
    Object.keys(b).every((key) => Object.hasOwn(a, key) || b[key] === undefined)
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
