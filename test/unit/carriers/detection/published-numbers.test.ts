/** Numbers that others published with their carriers, valid and invalid. */
import { describe, expect, it } from 'vitest'
import { detect, NO_CONTEXT } from '../../../../worker/carriers/detect.ts'
import { POSTS } from '../../../../worker/carriers/detection/posts.ts'
import { shared } from '../../../support/shared.ts'
import { numberCases } from '../../../support/tracking-numbers.ts'

interface Lookup {
  readonly name: string
  readonly lookup: readonly { readonly matches: string }[]
}

const idsFor = (number: string): string[] =>
  detect(number, NO_CONTEXT).map(({ carrier }) => carrier)

shared.describe('a published number', () => {
  const cases = numberCases()
  const couriers = Object.entries(Object.groupBy(cases, ({ courier }) => courier))

  describe.each(couriers)('of %s', (_courier, numbers = []) => {
    it('has its carrier first or second where it is valid', () => {
      const missed = numbers
        .filter(({ valid, number, carriers }) => {
          const found = idsFor(number).slice(0, 2)
          return valid && !carriers.some((id) => found.includes(id))
        })
        .map(({ number }) => [number, idsFor(number)])
      expect(missed).toEqual([])
      expect(numbers.some(({ valid }) => valid)).toBe(true)
    })

    it('is refused for its carrier where it is not', () => {
      const accepted = numbers
        .filter(
          ({ valid, number, carriers }) =>
            !valid && idsFor(number).some((id) => carriers.includes(id)),
        )
        .map(({ number }) => [number, idsFor(number)])
      expect(accepted).toEqual([])
      expect(numbers.some(({ valid }) => !valid)).toBe(true)
    })
  })

  it('of every country’s post is known', () => {
    const file = shared.json('carriers/tracking_numbers/s10.json') as {
      readonly tracking_numbers: readonly { readonly additional: readonly Lookup[] }[]
    }
    const countries = file.tracking_numbers
      .flatMap(({ additional }) => additional)
      .filter(({ name }) => name === 'Courier')
      .flatMap(({ lookup }) => lookup.map(({ matches }) => matches))
    expect(countries.length).toBeGreaterThan(150)
    const known = new Set(POSTS.map(({ country }) => country))
    expect(countries.filter((country) => !known.has(country))).toEqual([])
  })
})
