import { CATALOGUES } from '../locales/speech.ts'
import type { Frame } from './frame.ts'
import { Link } from './link.tsx'
import { safeUrl } from './url.ts'

function Mark({ brand }: Pick<Frame, 'brand'>) {
  const logo = safeUrl(brand.logo?.url)
  return logo ? <img src={logo} alt={brand.logo?.alt || brand.name} height="36" /> : brand.name
}

function Languages({ s, languages }: Pick<Frame, 's' | 'languages'>) {
  const others = languages.filter(({ locale }) => locale !== s.locale)
  if (others.length === 0) return null
  return (
    <nav aria-label={s.words.page.languages}>
      <ul class="row">
        <li>
          <span aria-current="true">{s.words.language}</span>
        </li>
        {others.map(({ locale, href }) => (
          <li>
            <Link url={href} hreflang={locale} lang={locale} dir={CATALOGUES[locale].dir}>
              {CATALOGUES[locale].language}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The brand, leading home, and the languages the page can be read in. */
export function BrandHeader({ s, brand, languages }: Frame) {
  return (
    <header class="top">
      <div class="wrap">
        <div class="brand">
          <Link url={brand.home}>
            <Mark brand={brand} />
          </Link>
        </div>
        <Languages s={s} languages={languages} />
      </div>
    </header>
  )
}
