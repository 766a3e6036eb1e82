/** The answer to "mail me a fresh link": the same whether or not a mail is sent. */
import type { Assets } from '../assets/brand.ts'
import { renderDocument } from '../components/document.tsx'
import type { PlainView } from '../components/plain.ts'
import { plainSpeech } from '../components/plain.ts'
import { safeUrl } from '../components/url.ts'
import { fill } from '../locales/speech.ts'

export interface LinkSentView extends PlainView {
  /** The order's page; null: not offered */
  readonly back: string | null
}

/** The page as a whole HTML document. */
export function renderLinkSent(view: LinkSentView, assets: Assets): string {
  const s = plainSpeech(view.locale)
  const { brand, languages } = view
  const words = s.words.link_sent
  const back = safeUrl(view.back)
  const title = fill(s.words.page.title, { headline: words.title, brand: brand.name })
  return renderDocument(
    { s, brand, assets, languages, lookup: null, title },
    <div class="plain">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {back && (
        <a class="btn" href={back}>
          {words.back}
        </a>
      )}
    </div>,
  )
}
