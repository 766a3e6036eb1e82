import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../worker/lib/bytes.ts'
import { isSame } from '../../../worker/lib/same.ts'

/** Small, so that equal values are common. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1, '', 'a'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('value'), {
      maxKeys: 3,
    }),
  ),
}))

describe('two values', () => {
  it('are the same where their canonical JSON is', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isSame(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
        expect(isSame(a, structuredClone(a))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('are the same where one leaves out what is undefined in the other', () => {
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
    expect(isSame({ a: 1 }, { b: undefined, a: 1 })).toBe(true)
    expect(isSame({ a: 1 }, { a: undefined })).toBe(false)
    expect(isSame({ a: undefined }, { b: 1 })).toBe(false)
  })

  it.each([
    [[], {}],
    [['a'], { 0: 'a' }],
    [null, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    ['1', 1],
  ])('are not the same: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false)
    expect(isSame(b, a)).toBe(false)
  })
})
