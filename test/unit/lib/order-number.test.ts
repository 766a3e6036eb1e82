import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiDigit, foldOrderNumber } from '../../../worker/lib/order-number.ts'
import { anyText } from '../../support/any-text.ts'

describe('what a shopper types', () => {
  it.each([
    ['lower case', 'ab-12', 'AB-12'],
    ['a hash before it', '#1001', '1001'],
    ['hashes, full-width ones too', '＃#1001', '1001'],
    ['blanks in it', ' 10 01\t', '1001'],
    ['no-break and ideographic blanks', '10\u00a001\u3000', '1001'],
    ['marks of right-to-left text', '\u200f#10\u200e01\u2069', '1001'],
    ['a soft hyphen and a joiner', '10\u00ad0\u200d1', '1001'],
    ['Arabic-Indic digits', '#١٠٠١', '1001'],
    ['Persian digits', '۱۰۰۱', '1001'],
    ['Devanagari digits', '१००१', '1001'],
    ['Thai digits', '๑๐๐๑', '1001'],
    ['full-width forms', 'ＡＢ１２', 'AB12'],
    ['an accent written apart', 'e\u0301-1', 'É-1'],
    ['a dotted capital i, whatever the locale', 'İ1', 'İ1'],
    ['a dotless i', 'ı1', 'I1'],
  ])('finds the order: %s', (_name, typed, sent) => {
    expect(foldOrderNumber(typed)).toBe(foldOrderNumber(sent))
    expect(foldOrderNumber(typed)).toBe(sent)
  })

  it('is one form: folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText(12), (text) => {
        const once = foldOrderNumber(text)
        expect(foldOrderNumber(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('may be written in either case, with blanks anywhere', () => {
    const number = fc.string({ unit: fc.constantFrom(...'abcXYZ0189-_/'), minLength: 1 })
    fc.assert(
      fc.property(number, fc.nat(), (text, at) => {
        const cut = at % (text.length + 1)
        const typed = ` #${text.slice(0, cut)} ${text.slice(cut)} `
        expect(foldOrderNumber(typed.toUpperCase())).toBe(foldOrderNumber(text))
        expect(foldOrderNumber(typed.toLowerCase())).toBe(foldOrderNumber(text))
      }),
    )
  })

  it('keeps apart what the shop keeps apart', () => {
    const different = ['1001', '1001-1', '10011', 'A1001', 'A-1001', '1#001']
    expect(new Set(different.map(foldOrderNumber)).size).toBe(different.length)
  })
})

describe('the digits of every script', () => {
  const systems = Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
    const digits = [
      ...new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9876543210),
    ]
    return digits.length === 10 && digits.every((digit) => /\p{Nd}/u.test(digit))
      ? [{ system, digits }]
      : []
  })

  it('are known to be many', () => {
    expect(systems.length).toBeGreaterThan(60)
  })

  it.each(systems)('$system', ({ digits }) => {
    expect(digits.map(asciiDigit).join('')).toBe('9876543210')
  })
})
