/** The mail with a fresh link. Mail programs read style attributes only, so here there are some. */
import { renderToString } from 'preact-render-to-string'
import type { Locale } from '../../schema/vocabulary.ts'
import { safeColour } from '../assets/brand.ts'
import { Ltr, Sentence } from '../components/text.tsx'
import { safeUrl } from '../components/url.ts'
import type { Digits } from '../locales/format.ts'
import { read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill, speak } from '../locales/speech.ts'
import type { BrandView } from '../tracking/view.ts'

export interface FreshLinkView {
  readonly locale: Locale
  readonly digits: Digits
  readonly zone: string
  readonly brand: BrandView
  readonly number: string
  /** The link with its grant */
  readonly url: string
  /** Until when it works: an instant or a day */
  readonly expires: string
}

export interface Mail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"

interface BodyProps {
  readonly s: Speech
  readonly view: FreshLinkView
  readonly subject: string
  readonly expires: string
}

function Button({ view, label }: { view: FreshLinkView; label: string }) {
  const { accent, on_accent } = view.brand.colours
  const href = safeUrl(view.url)
  const colours = `background:${safeColour(accent, '#1f2430')};color:${safeColour(on_accent, '#fff')}`
  if (!href) return null
  return (
    <a
      href={href}
      style={`${colours};display:inline-block;padding:12px 24px;border-radius:24px;font-weight:600;text-decoration:none`}
    >
      {label}
    </a>
  )
}

function Body({ s, view, subject, expires }: BodyProps) {
  const words = s.words.mail
  return (
    <html lang={s.locale} dir={s.words.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={`margin:0;padding:32px 20px;font-size:16px;line-height:1.6;${FONT}`}>
        <div style="max-width:480px;margin:0 auto">
          <p style="font-size:18px;font-weight:700">{view.brand.name}</p>
          <p>
            <Sentence text={words.lead} values={{ number: <Ltr>{view.number}</Ltr> }} />
          </p>
          <p style="margin:28px 0">
            <Button view={view} label={words.button} />
          </p>
          <p>{expires}</p>
          <p>{words.unasked}</p>
        </div>
      </body>
    </html>
  )
}

/** Subject, plain text and HTML of the mail. */
export function renderFreshLink(view: FreshLinkView): Mail {
  const s = speak({ ...view, today: '1970-01-01' })
  const words = s.words.mail
  const { number } = view
  const until = read(view.expires, view.zone)
  const expires = until ? fill(words.expires, { when: s.format.date(until.wall) }) : ''
  const subject = fill(words.subject, { number })
  const lines = [fill(words.lead, { number }), view.url, expires, words.unasked, view.brand.name]
  return {
    subject,
    text: lines.filter(Boolean).join('\n\n'),
    html: `<!doctype html>${renderToString(<Body s={s} view={view} subject={subject} expires={expires} />)}`,
  }
}
