import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationView, mask } from '../../../worker/serve/destination.ts'
import { placed } from '../../support/orders.ts'

const address = {
  lines: ['12 Al Wasl Road', 'Villa 7'],
  city: 'Dubai',
  region: 'Jumeirah',
  postcode: '00000',
  country: 'AE',
}
const viewOf = (over: Parameters<typeof placed>[0]) => destinationView(placed(over), 'en')

describe('the street', () => {
  it.each([
    ['12 Al Wasl Road', '•• A••• W••• R•••'],
    ['Hauptstraße 5a', 'H••• ••'],
    ['شارع الوصل ١٢', 'ش••• ا••• ••'],
    ["5 O'Connell St.", "•• O•••'C••• S•••."],
    ['𠮷野家 3', '𠮷••• ••'],
    ['', ''],
  ])('%j is masked as %j', (line, masked) => {
    expect(mask(line)).toBe(masked)
  })

  it('keeps no digit and no two letters in a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(mask(line)).not.toMatch(/\p{N}|\p{L}[\p{L}\p{M}]/u)
      }),
    )
  })
})

it('shows name, masked street, place and country in the page’s language', () => {
  const recipient = { name: 'Layla', contacts: [] }
  expect(viewOf({ recipient, delivery: { method: 'home', address } })).toEqual({
    name: 'Layla',
    lines: ['•• A••• W••• R•••', 'V••• ••', 'Dubai Jumeirah', 'United Arab Emirates'],
  })
  const arabic = destinationView(placed({ delivery: { method: 'home', address } }), 'ar')
  expect(arabic?.lines.at(-1)).toBe('الإمارات العربية المتحدة')
})

it('leaves out zeros that stand for no postcode, and keeps real ones', () => {
  const to = (postcode: string) =>
    viewOf({ delivery: { method: 'home', address: { ...address, lines: [], postcode } } })?.lines[0]
  expect([to('00000'), to('0'), to('10115'), to('00100')]).toEqual([
    'Dubai Jumeirah',
    'Dubai Jumeirah',
    '10115 Dubai Jumeirah',
    '00100 Dubai Jumeirah',
  ])
})

it('is the buyer where nobody else receives it, a name alone where no address is known, else nothing', () => {
  const delivery = { method: 'digital' } as const
  expect(viewOf({ delivery, buyer: { name: 'Sam', contacts: [] } })).toEqual({
    name: 'Sam',
    lines: [],
  })
  expect(viewOf({ delivery, buyer: { contacts: [] } })).toBeNull()
})

it('shows a code that is no country as it is', () => {
  const lines = viewOf({
    delivery: { method: 'home', address: { lines: [], country: 'QX' } },
  })?.lines
  expect(lines).toEqual(['QX'])
})
