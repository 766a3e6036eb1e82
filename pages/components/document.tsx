import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { safeColour } from '../assets/brand.ts'
import type { BrandView } from '../tracking/view.ts'
import { PageFooter } from './footer.tsx'
import type { Frame } from './frame.ts'
import { BrandHeader } from './header.tsx'
import { safeUrl } from './url.ts'

const raw = (__html: string) => ({ __html })

/** The brand's initial on its colour. In the page itself, so that no browser asks for another file. */
function icon({ name, colours }: BrandView): string {
  const [initial = ''] = name.match(/[\p{L}\p{N}]/u) ?? []
  const ground = safeColour(colours.accent, '#1f2430')
  const ink = safeColour(colours.on_accent, '#fff')
  const text = 'x="16" y="23" text-anchor="middle" font-family="sans-serif" font-size="20"'
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${ground}"/><text ${text} font-weight="700" fill="${ink}">${initial}</text></svg>`,
  )}`
}

/** Link previews are fetched by strangers' machines: they get the brand and nothing of the order. */
function Head({ brand, assets, title }: Frame) {
  const logo = safeUrl(brand.logo?.url)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fff" media="(prefers-color-scheme:light)" />
      <meta name="theme-color" content="#17191e" media="(prefers-color-scheme:dark)" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={brand.name} />
      <meta property="og:site_name" content={brand.name} />
      <link rel="icon" href={icon(brand)} />
      {logo && <meta property="og:image" content={logo} />}
      <style dangerouslySetInnerHTML={raw(assets.style)} />
      <style dangerouslySetInnerHTML={raw(assets.brand)} />
    </head>
  )
}

/** A whole page, from doctype to the script. */
export function renderDocument(frame: Frame, main: ComponentChildren): string {
  const { s, assets } = frame
  const page = (
    <html lang={s.locale} dir={s.words.dir} data-digits={s.digits} data-etag={frame.etag}>
      <Head {...frame} />
      <body>
        <a class="skip" href="#main">
          {s.words.page.skip}
        </a>
        <BrandHeader {...frame} />
        <main id="main" class="wrap" tabIndex={-1}>
          {main}
        </main>
        <PageFooter {...frame} />
        <p id="live" class="vh" role="status" />
        <script dangerouslySetInnerHTML={raw(assets.script)} />
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}
