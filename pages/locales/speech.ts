/** What a page needs to speak: a language's words and formats, the zone, and what day it is there. */
import type { Locale } from '../../schema/vocabulary.ts'
import { ar } from './ar.ts'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import type { Digits, Format } from './format.ts'
import { formatFor } from './format.ts'

export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, ar }

export interface Setting {
  readonly locale: Locale
  readonly digits: Digits
  readonly zone: string
  readonly today: string
}

export interface Speech extends Setting {
  readonly words: Catalogue
  readonly format: Format
}

export const speak = ({ locale, digits, zone, today }: Setting): Speech => ({
  locale,
  digits,
  zone,
  today,
  words: CATALOGUES[locale],
  format: formatFor(locale, digits),
})

const PLACEHOLDER = /\{(\w+)\}/

/** The text with its `{placeholders}` replaced. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  pieces(text, values).join('')

const split = new Map<string, readonly string[]>()

/** The same in pieces, so that a value may be an element. Texts are the catalogues' own: few. */
export function pieces<T>(text: string, values: Readonly<Record<string, T>>): (string | T)[] {
  let parts = split.get(text)
  if (!parts) {
    parts = text.split(PLACEHOLDER)
    split.set(text, parts)
  }
  return parts.map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')))
}
