/** One page for every id that leads nowhere: unknown, erased, another shop's. */
import type { Assets } from '../assets/brand.ts'
import { renderDocument } from '../components/document.tsx'
import type { PlainView } from '../components/plain.ts'
import { plainSpeech } from '../components/plain.ts'
import { Support } from '../components/support.tsx'
import { safeUrl } from '../components/url.ts'
import { fill } from '../locales/speech.ts'

export interface NotFoundView extends PlainView {
  /** Where an order can be looked up; null: nowhere */
  readonly lookup: string | null
}

/** The page as a whole HTML document. */
export function renderNotFound(view: NotFoundView, assets: Assets): string {
  const s = plainSpeech(view.locale)
  const { brand, languages } = view
  const words = s.words.not_found
  const lookup = safeUrl(view.lookup)
  const title = fill(s.words.page.title, { headline: words.title, brand: brand.name })
  return renderDocument(
    { s, brand, assets, languages, lookup: null, title },
    <div class="plain stack">
      <div>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {lookup && (
          <a class="btn" href={lookup}>
            {words.lookup}
          </a>
        )}
      </div>
      <Support s={s} support={brand.support} subject={words.title} />
    </div>,
  )
}
