import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../schema/vocabulary.ts'
import { chooseLocale } from '../../../worker/serve/locale.ts'

describe('the browser’s wishes', () => {
  it.each([
    ['none', null, 'en'],
    ['one we speak', 'ar', 'ar'],
    ['a region of one', 'ar-EG,en;q=0.1', 'ar'],
    ['the heavier first', 'en;q=0.4,ar;q=0.9', 'ar'],
    ['equal weights in their order', 'ar;q=0.5,en;q=0.5', 'ar'],
    ['an unspoken one, then one we speak', 'zh-TW,zh;q=0.9,ar;q=0.2', 'ar'],
    ['refused by weight 0', 'ar;q=0,en', 'en'],
    ['anything', '*', 'en'],
    ['blanks around weights', 'fr ; q=0.9 , ar ; q=0.3', 'ar'],
    ['no weight at all', 'ar;q=,en;q=0.2', 'en'],
    ['Indonesian by its old name, which is not English', 'in', 'en'],
    ['a likely script', 'und-Arab', 'ar'],
    ['case does not count', 'AR-ae', 'ar'],
    ['an underscore is no language tag', 'ar_AE', 'en'],
  ])('%s: %s', (_name, header, locale) => {
    expect(chooseLocale([], header, 'en')).toBe(locale)
  })
})

it('prefers the link’s word to the order’s, the order’s to the browser’s, the browser’s to the shop’s', () => {
  expect(chooseLocale(['en', 'ar'], 'ar', 'ar')).toBe('en')
  expect(chooseLocale([null, 'ar'], 'en', 'en')).toBe('ar')
  expect(chooseLocale([undefined, 'ja'], 'ar', 'en')).toBe('ar')
})

it.each(['zh', 'zh-TW', 'in', 'xx', 'not a tag', '', '-', 'ar_AE'])(
  'falls back to the shop’s language for %j',
  (tag) => {
    expect(chooseLocale([tag], null, 'ar')).toBe('ar')
  },
)

it('falls back to English where the shop’s language is not ours either', () => {
  expect(chooseLocale([], null, 'th')).toBe('en')
  expect(chooseLocale([], null, 'not a tag')).toBe('en')
})

it('chooses one of our languages, whatever it is sent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.string())),
      fc.option(fc.string()),
      fc.string(),
      (wishes, header, fallback) => {
        expect(LOCALES).toContain(chooseLocale(wishes, header, fallback))
      },
    ),
    { numRuns: 300 },
  )
})

it('reads no more of a header than a browser would send', () => {
  expect(chooseLocale([], `${'x'.repeat(600)},ar`, 'en')).toBe('en')
})
