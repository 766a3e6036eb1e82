import { describe, expect, it } from 'vitest'
import { assetsFor } from '../../../../pages/assets/brand.ts'
import { renderLinkSent } from '../../../../pages/link-sent/page.tsx'
import type { LookupView } from '../../../../pages/lookup/page.tsx'
import { renderLookup } from '../../../../pages/lookup/page.tsx'
import { renderNotFound } from '../../../../pages/not-found/page.tsx'
import { LOCALES } from '../../../../schema/vocabulary.ts'
import { brand } from '../../../support/gallery-parts.ts'
import { textOf } from '../../../support/markup.ts'

const assets = assetsFor(brand)
const plain = { locale: 'en', brand, languages: [{ locale: 'ar', href: '/?lang=ar' }] } as const
const lookup = (over: Partial<LookupView> = {}) =>
  renderLookup({ ...plain, action: '/lookup', state: 'blank', number: '', ...over }, assets)

describe('look-up', () => {
  it('asks for the number and one key by a form that works without script', () => {
    const html = lookup()
    expect(html).toContain('<form class="card stack" method="post" action="/lookup">')
    expect(html).toMatch(/<label for="number">/)
    expect(html).toMatch(/<label for="key">/)
    expect(html).not.toContain('role="alert"')
  })

  it('says one sentence for every failure, tied to the fields', () => {
    const html = lookup({ state: 'not_found', number: 'JO-1"' })
    expect(html.match(/role="alert"/g)).toHaveLength(1)
    expect(html.match(/aria-describedby="failed /g)).toHaveLength(2)
    expect(html).toContain('value="JO-1&quot;"')
  })

  it('asks for patience after too many tries', () => {
    expect(lookup({ state: 'too_many' })).toContain('Please wait some minutes')
  })
})

describe.each(LOCALES)('the other pages in %s', (locale) => {
  const pages = {
    lookup: lookup({ locale }),
    'not found': renderNotFound({ ...plain, locale, lookup: '/' }, assets),
    'link sent': renderLinkSent({ ...plain, locale, back: '/o/x' }, assets),
  }

  it.each(Object.entries(pages))('%s is whole and asks for no news', (_name, html) => {
    expect(html).toMatch(/^<!doctype html>/)
    expect(textOf(html)).not.toMatch(/undefined|\[object|\{\w+\}/)
    expect(html).not.toContain('data-etag')
    expect(html).not.toMatch(/\sstyle=/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
  })
})

describe('not found', () => {
  it('offers the look-up only where there is one', () => {
    expect(renderNotFound({ ...plain, lookup: '/find' }, assets)).toContain('href="/find"')
    expect(renderNotFound({ ...plain, lookup: null }, assets)).not.toContain('class="btn"')
  })
})
