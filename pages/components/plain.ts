/** What the pages around an order have in common: a brand, a language, no order. */
import type { Locale } from '../../schema/vocabulary.ts'
import type { Speech } from '../locales/speech.ts'
import { speak } from '../locales/speech.ts'
import type { BrandView } from '../tracking/view.ts'

export interface PlainView {
  readonly locale: Locale
  readonly brand: BrandView
  /** The same page in the other languages */
  readonly languages: readonly { readonly locale: Locale; readonly href: string }[]
}

/** A voice for pages that say no date. */
export const plainSpeech = (locale: Locale): Speech =>
  speak({ locale, digits: 'latn', zone: 'UTC', today: '1970-01-01' })
