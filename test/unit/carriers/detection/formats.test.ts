import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARRIERS } from '../../../../schema/vocabulary.ts'
import { detect, NO_CONTEXT } from '../../../../worker/carriers/detect.ts'
import { AGGREGATORS, CARRIER_FACTS } from '../../../../worker/carriers/detection/carriers.ts'
import type { Format } from '../../../../worker/carriers/detection/format.ts'
import { matchFormat } from '../../../../worker/carriers/detection/format.ts'
import { FORMATS } from '../../../../worker/carriers/detection/formats/index.ts'
import { POSTS } from '../../../../worker/carriers/detection/posts.ts'

const aggregators: ReadonlySet<string> = new Set(AGGREGATORS)

const CHARACTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Posts differ by their country alone: one stands for all. */
const rows = FORMATS.filter(({ country }) => country === undefined || country === 'GB')
const checked = rows.filter(({ check }) => check !== undefined)

describe('the carriers', () => {
  it('that we track have numbers they are known by', () => {
    const known = new Set(FORMATS.map(({ carrier }) => carrier))
    expect(CARRIERS.filter((id) => !known.has(id) && !aggregators.has(id))).toEqual([])
  })

  it('of every form have a name', () => {
    expect(FORMATS.filter(({ carrier }) => !CARRIER_FACTS.has(carrier))).toEqual([])
  })

  it('have ids an order may name, each its own', () => {
    const ids = [...CARRIER_FACTS.keys()]
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    const names = [...CARRIER_FACTS.values()].map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('are at home in countries written as ISO 3166 does', () => {
    const homes = [...CARRIER_FACTS.values()].flatMap(({ home = [] }) => home)
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    expect(homes.filter((country) => !/^[A-Z]{2}$/.test(country) || !names.of(country))).toEqual([])
  })
})

it('no country has two posts', () => {
  const countries = POSTS.map(({ country }) => country)
  expect(new Set(countries).size).toBe(countries.length)
})

describe.each(
  rows.map((row) => [`${row.name} (${row.carrier}) ${row.shape.source}`, row] as const),
)('%s', (_name, row) => {
  it('is about the whole number, says how much it weighs and where it is from', () => {
    expect(row.shape.source).toMatch(/^\^.*\$$/)
    expect(row.shape.flags).toBe('')
    expect(row.weight).toBeGreaterThanOrEqual(1)
    expect(row.weight).toBeLessThanOrEqual(9)
    expect(row.source).not.toBe('')
  })

  it('marks what its check digit is about, where it has one', () => {
    const marks = ['?<body>', '?<check>'].map((group) => row.shape.source.includes(group))
    expect(marks).toEqual([row.check !== undefined, row.check !== undefined])
  })
})

/** Numbers of the row's shape, right or wrong. */
const shaped = ({ shape }: Format) =>
  fc.stringMatching(new RegExp(shape.source.replaceAll(/\(\?<\w+>/g, '(?:')))

/** The number with another last character of what its check digit is about. */
function rightOnes(row: Format, number: string): readonly string[] {
  const { body = '', check = '' } = row.shape.exec(number)?.groups ?? {}
  const at = number.indexOf(body + check) + body.length
  return CHARACTERS.map((digit) => number.slice(0, at) + digit + number.slice(at + 1)).filter(
    (candidate) => matchFormat(candidate, row)?.outcome === 'passed',
  )
}

describe.each(
  checked.map((row) => [`${row.name} (${row.carrier}) ${row.shape.source}`, row] as const),
)('%s', (_name, row) => {
  it('takes at most one check digit for a number, and its carrier is then a candidate', () => {
    let right = 0
    fc.assert(
      fc.property(shaped(row), (number) => {
        const fitting = rightOnes(row, number)
        expect(fitting.length).toBeLessThanOrEqual(1)
        right += fitting.length
        for (const one of fitting) {
          const ids = detect(one, NO_CONTEXT).map(({ carrier }) => carrier)
          expect(ids).toContain(row.carrier)
        }
      }),
      { numRuns: 40 },
    )
    expect(right).toBeGreaterThan(0)
  })
})
