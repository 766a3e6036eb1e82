import { describe, expect, it } from 'vitest'
import { CATALOGUES, fill } from '../../../../pages/locales/speech.ts'
import { LOCALES, MILESTONES, REASON_NAMES, SITUATIONS } from '../../../../schema/vocabulary.ts'

type Entries = Map<string, string>

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

/** Every text by its path; the forms of a plural count as one entry, the `other` form. */
function entriesOf(node: unknown, path: string, found: Entries = new Map()): Entries {
  if (typeof node === 'string') return found.set(path, node)
  for (const [key, value] of Object.entries(node ?? {})) {
    if (!PLURALS.has(key)) entriesOf(value, `${path}.${key}`, found)
    else if (key === 'other') found.set(path, String(value))
  }
  return found
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

/** A carrier may be named in one language's sentence and only meant in another's. */
const without = (names: readonly string[], name: string) => names.filter((it) => it !== name)

const english = entriesOf(CATALOGUES.en, 'en')

describe.each(LOCALES)('the catalogue of %s', (locale) => {
  const entries = entriesOf(CATALOGUES[locale], 'en')

  it('says everything the English one says, and nothing more', () => {
    expect([...entries.keys()]).toEqual([...english.keys()])
  })

  it('has the same placeholders', () => {
    for (const [path, text] of entries) {
      const sentence = path.includes('.situations.')
      const reduce = (names: string[]) => (sentence ? without(names, 'carrier') : names)
      expect([path, reduce(placeholders(text))]).toEqual([
        path,
        reduce(placeholders(english.get(path) ?? '')),
      ])
    }
  })

  it('has words for every situation, milestone and reason', () => {
    const { situations, milestones, reasons } = CATALOGUES[locale]
    for (const name of SITUATIONS) expect(situations[name].headline).not.toBe('')
    for (const name of MILESTONES) expect(milestones[name]).not.toBe('')
    for (const name of REASON_NAMES) expect(reasons[name]).toMatch(/\.$/)
  })

  it('has a form for every plural category of its language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const { parcels } = CATALOGUES[locale].order
    expect(Object.keys(parcels).sort()).toEqual([...categories].sort())
  })

  it('writes no digits of its own: they are the reader’s choice', () => {
    for (const text of entries.values()) expect(text).not.toMatch(/\p{Nd}/u)
  })
})

describe('fill', () => {
  it('puts values in their places and leaves none open', () => {
    expect(fill('{a} and {b}{c}', { a: '1', b: '{a}' })).toBe('1 and {a}')
  })
})
