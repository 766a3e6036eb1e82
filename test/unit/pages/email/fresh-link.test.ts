import { describe, expect, it } from 'vitest'
import { renderFreshLink } from '../../../../pages/email/fresh-link.tsx'
import { brand } from '../../../support/gallery-parts.ts'

const view = {
  locale: 'en',
  digits: 'latn',
  zone: 'Asia/Dubai',
  brand,
  number: 'JO-10482',
  url: 'https://track.example/o/x?g=abc&lang=en',
  expires: '2027-01-20T21:00:00Z',
} as const

describe('the mail with a fresh link', () => {
  it('has the link in text and HTML, and says until when it works there', () => {
    const mail = renderFreshLink(view)
    expect(mail.subject).toBe('Your fresh link to order JO-10482')
    expect(mail.text).toContain(`\n\n${view.url}\n\n`)
    expect(mail.html).toContain('href="https://track.example/o/x?g=abc&amp;lang=en"')
    expect(mail.text).toContain('January 21, 2027')
  })

  it('speaks Arabic from right to left', () => {
    const mail = renderFreshLink({ ...view, locale: 'ar' })
    expect(mail.html).toContain('<html lang="ar" dir="rtl">')
    expect(mail.html).toContain('<bdi dir="ltr">JO-10482</bdi>')
  })

  it('keeps hostile text text', () => {
    const mail = renderFreshLink({ ...view, number: '<b>1', url: 'javascript:alert(1)' })
    expect(mail.html).not.toMatch(/<b>|javascript:/)
  })
})
