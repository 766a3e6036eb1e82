import { fill } from '../locales/speech.ts'
import type { Frame } from './frame.ts'
import { Link } from './link.tsx'
import { safeUrl } from './url.ts'

/** The brand's own links and the way to another order. */
export function PageFooter({ s, brand, lookup }: Frame) {
  const links = brand.links.filter(({ url }) => safeUrl(url))
  return (
    <footer class="bottom">
      <div class="wrap">
        {links.length > 0 && (
          <nav aria-label={fill(s.words.page.links, { brand: brand.name })}>
            <ul class="row">
              {links.map(({ label, url }) => (
                <li>
                  <Link url={url}>
                    <bdi>{label}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {lookup !== null && (
          <p class="row">
            <Link url={lookup}>{s.words.page.lookup}</Link>
          </p>
        )}
      </div>
    </footer>
  )
}
