import fc from 'fast-check'
import { expect, it } from 'vitest'
import { brandStyle } from '../../../pages/assets/brand.ts'
import type { EnteredBrand } from '../../../pages/assets/look.ts'
import { brandView, contrast, readableOn, rgb } from '../../../pages/assets/look.ts'

const READABLE = 4.5
const GROUNDS = { light: ['#ffffff', '#f4f5f7'], dark: ['#17191e', '#20232a'] } as const
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
const brandOf = (accent: string, over: Partial<EnteredBrand> = {}): EnteredBrand => ({
  name: 'Shop',
  colours: { accent },
  support: {},
  links: [],
  ...over,
})
const between = (a: string, b: string) => contrast(rgb(a), rgb(b))

it('makes any accent readable on every ground, and text readable on it', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { colours } = brandView(brandOf(accent), 'en')
      for (const ground of GROUNDS.light)
        expect(between(colours.accent, ground)).toBeGreaterThanOrEqual(READABLE)
      for (const ground of GROUNDS.dark)
        expect(between(colours.accent_dark, ground)).toBeGreaterThanOrEqual(READABLE)
      expect(between(colours.accent, colours.on_accent)).toBeGreaterThanOrEqual(READABLE)
      expect(between(colours.accent_dark, colours.on_accent_dark)).toBeGreaterThanOrEqual(READABLE)
    }),
    { numRuns: 500 },
  )
})

it('leaves an accent that is readable as it is', () => {
  expect(readableOn('#f4f5f7', '#1a4fd0')).toBe('#1a4fd0')
  expect(readableOn('#20232a', '#8fb0ff')).toBe('#8fb0ff')
})

it.each(['#ffff00', '#ffffff', '#f4f5f7', '#000000', '#777777'])('copes with %s', (accent) => {
  expect(between(readableOn('#f4f5f7', accent), '#f4f5f7')).toBeGreaterThanOrEqual(READABLE)
  expect(between(readableOn('#20232a', accent), '#20232a')).toBeGreaterThanOrEqual(READABLE)
})

it('measures contrast as WCAG does', () => {
  expect(between('#000000', '#ffffff')).toBeCloseTo(21)
  expect(between('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(between('#123456', '#123456')).toBe(1)
})

it('lets nothing but colours into the style', () => {
  fc.assert(
    fc.property(fc.string(), (accent) => {
      const view = brandView(brandOf('#123456'), 'en')
      const style = brandStyle({ ...view, colours: { ...view.colours, accent } })
      expect(style).not.toMatch(/<|\/\*|@import|url\(/i)
      expect(style.split('{').length).toBe(style.split('}').length)
    }),
  )
})

it('speaks of links in the page’s language, else in any, and leaves out those without a label', () => {
  const links = [
    { label: { en: 'Returns', ar: 'الإرجاع' }, url: 'https://shop.example/returns' },
    { label: { en: 'Help' }, url: 'https://shop.example/help' },
    { label: {}, url: 'https://shop.example/nothing' },
  ]
  const labels = brandView(brandOf('#123456', { links }), 'ar').links.map(({ label }) => label)
  expect(labels).toEqual(['الإرجاع', 'Help'])
})

it('names a logo after the brand where it has no text', () => {
  const logo = { url: 'https://img.example/l.svg', alt: '' }
  expect(brandView(brandOf('#123456', { logo }), 'en').logo?.alt).toBe('Shop')
})
