import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Check } from '../../../../worker/carriers/detection/check-digits.ts'
import {
  gs1,
  luhn,
  mod7,
  mod10,
  mod37,
  prefixed,
  remainders,
  s10,
} from '../../../../worker/carriers/detection/check-digits.ts'

const DIGITS = [...'0123456789']
const CHARACTERS = [...DIGITS, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Whether an algorithm cannot see that a digit was changed. */
type Blind = (change: { before: number; after: number; place: number; check: string }) => boolean

interface Algorithm {
  readonly name: string
  readonly check: Check
  /** Printed in the carrier's or the standard's papers, or worked out by hand after them */
  readonly example: readonly [body: string, check: string]
  readonly length: number
  readonly blind: Blind
  readonly alphabet?: readonly string[]
}

const sees: Blind = () => false
const differBy = (step: number) => (change: { before: number; after: number }) =>
  Math.abs(change.before - change.after) === step

const ALGORITHMS: readonly Algorithm[] = [
  {
    name: 'GS1',
    check: gs1,
    example: ['037610425002123456', '9'],
    length: 17,
    blind: sees,
  },
  { name: 'Luhn', check: luhn, example: ['7992739871', '3'], length: 11, blind: sees },
  {
    name: 'ISO 7064 MOD 37,36',
    check: mod37,
    example: ['A12425GABC1234002', 'M'],
    length: 27,
    blind: sees,
    alphabet: CHARACTERS,
  },
  {
    name: 'GLS',
    check: mod10([3, 1], 1),
    example: ['12345678901', '1'],
    length: 11,
    blind: sees,
  },
  {
    // Doubling hides a difference of five.
    name: 'UPS',
    check: mod10([1, 2]),
    example: ['999AA1012345678', '4'],
    length: 15,
    blind: (change) => change.place % 2 === 1 && differBy(5)(change),
  },
  {
    // Four times hides a difference of five.
    name: 'Identcode',
    check: mod10([4, 9]),
    example: ['56310243031', '3'],
    length: 11,
    blind: (change) => change.place % 2 === 0 && differBy(5)(change),
  },
  {
    name: 'seven',
    check: mod7,
    example: ['12345678901', '3'],
    length: 11,
    blind: differBy(7),
  },
  {
    // Two remainders of eleven share the digit 5.
    name: 'UPU S10',
    check: s10,
    example: ['47312482', '9'],
    length: 8,
    blind: ({ check }) => check === '5',
  },
  {
    // Two remainders of eleven share the digit 0.
    name: 'FedEx',
    check: remainders([3, 1, 7], 11, 10),
    example: ['12345678901', '2'],
    length: 11,
    blind: ({ check }) => check === '0',
  },
]

const bodyOf = ({ length, alphabet = DIGITS }: Algorithm) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })

const checksFor = ({ check, alphabet = DIGITS }: Algorithm, body: string): string[] =>
  alphabet.filter((character) => check(body, character))

describe.each(ALGORITHMS)('the check digit of $name', (algorithm) => {
  it('agrees with an example', () => {
    const [body, check] = algorithm.example
    expect(checksFor(algorithm, body)).toEqual([check])
  })

  it('is one and no other', () => {
    fc.assert(
      fc.property(bodyOf(algorithm), (body) => checksFor(algorithm, body.join('')).length === 1),
    )
  })

  it('refuses a changed digit', () => {
    fc.assert(
      fc.property(bodyOf(algorithm), fc.nat(), fc.nat(), (body, at, to) => {
        const alphabet = algorithm.alphabet ?? DIGITS
        const place = at % body.length
        const before = body[place] ?? ''
        const after = alphabet[to % alphabet.length] ?? ''
        const [check = ''] = checksFor(algorithm, body.join(''))
        fc.pre(before !== after)
        fc.pre(!algorithm.blind({ before: Number(before), after: Number(after), place, check }))
        expect(algorithm.check(body.with(place, after).join(''), check)).toBe(false)
      }),
    )
  })
})

it('counts a prefix that is not written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{19}$/), fc.constantFrom(...DIGITS), (body, check) => {
      expect(prefixed('91', gs1)(body, check)).toBe(gs1(`91${body}`, check))
      expect(prefixed('91', gs1)(body, check) && gs1(body, check)).toBe(false)
    }),
  )
})

it('counts letters as UPS does: A is 2, I is 0, S is 0', () => {
  const ups = mod10([1])
  for (const [letter, digit] of [
    ['A', '2'],
    ['H', '9'],
    ['I', '0'],
    ['S', '0'],
    ['Z', '7'],
  ] as const) {
    const [check] = DIGITS.filter((candidate) => ups(digit, candidate))
    expect(ups(letter, check ?? '')).toBe(true)
  }
})
