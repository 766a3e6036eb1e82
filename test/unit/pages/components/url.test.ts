import { describe, expect, it } from 'vitest'
import { callTo, mailTo } from '../../../../pages/components/contact.ts'
import { safeUrl } from '../../../../pages/components/url.ts'

describe('safeUrl', () => {
  it.each(['https://shop.example/x?y=1', 'http://localhost:8787/', '/o/abc', '/'])(
    'takes %s',
    (url) => {
      expect(safeUrl(url)).toBe(url)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'evil.example',
    '',
    null,
  ])('refuses %s', (url) => {
    expect(safeUrl(url)).toBeUndefined()
  })
})

describe('contact', () => {
  it('writes the subject into a mail address', () => {
    expect(mailTo('a@b.example', 'Order 1&2')).toBe('mailto:a@b.example?subject=Order%201%262')
    expect(mailTo('a@b.example?bcc=x@y.example', 's')).toBeUndefined()
  })

  it('calls digits only', () => {
    expect(callTo('+971 4 555-0100')).toBe('tel:+97145550100')
    expect(callTo('call me')).toBeUndefined()
  })
})
