import type { Speech } from '../locales/speech.ts'
import type { BrandView } from '../tracking/view.ts'
import { callTo, mailTo } from './contact.ts'
import { Ltr } from './text.tsx'
import { safeUrl } from './url.ts'

/** How to reach the shop: every way it names, and nothing where it names none. */
export function Support({
  s,
  support,
  subject,
}: {
  s: Speech
  support: BrandView['support']
  subject: string
}) {
  const page = safeUrl(support.url)
  const mail = mailTo(support.email, subject)
  const call = callTo(support.phone)
  if (!page && !mail && !call) return null
  return (
    <section class="card stack" aria-labelledby="contact">
      <h2 id="contact">{s.words.page.contact}</h2>
      <ul>
        {page && (
          <li class="row">
            <a href={page}>{s.words.page.contact_us}</a>
          </li>
        )}
        {mail && (
          <li class="row">
            <a href={mail}>
              <Ltr>{support.email}</Ltr>
            </a>
          </li>
        )}
        {call && (
          <li class="row">
            <a href={call}>
              <Ltr>{support.phone}</Ltr>
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
