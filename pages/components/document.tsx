import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { PageFooter } from './footer.tsx'
import type { Frame } from './frame.ts'
import { BrandHeader } from './header.tsx'
import { safeUrl } from './url.ts'

const raw = (__html: string) => ({ __html })

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
