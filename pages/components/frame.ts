import type { Locale } from '../../schema/vocabulary.ts'
import type { Assets } from '../assets/brand.ts'
import type { Speech } from '../locales/speech.ts'
import type { BrandView } from '../tracking/view.ts'

/** What every page is told. */
export interface Frame {
  readonly s: Speech
  readonly brand: BrandView
  readonly assets: Assets
  /** The same page in the other languages */
  readonly languages: readonly { readonly locale: Locale; readonly href: string }[]
  readonly lookup: string | null
  readonly title: string
  /** Only where the script is to ask for news */
  readonly etag?: string
}
