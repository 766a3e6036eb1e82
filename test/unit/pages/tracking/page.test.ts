import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { assetsFor } from '../../../../pages/assets/brand.ts'
import { CATALOGUES } from '../../../../pages/locales/speech.ts'
import { renderTracking } from '../../../../pages/tracking/page.tsx'
import type { TrackingView } from '../../../../pages/tracking/view.ts'
import { LOCALES, SITUATIONS } from '../../../../schema/vocabulary.ts'
import { gallery } from '../../../support/gallery.ts'
import { markupOf, textOf } from '../../../support/markup.ts'

const MAX_GZIP = 14 * 1024

const render = (view: TrackingView): string => renderTracking(view, assetsFor(view.brand))

const named = (name: string): TrackingView => {
  const found = gallery.find((sample) => sample.name === name)
  if (!found) throw new Error(`the gallery has no "${name}"`)
  return found.view
}

describe('every sample of the gallery', () => {
  it('is there for every situation in every language', () => {
    for (const locale of LOCALES) {
      const shown = gallery.filter(({ view }) => view.locale === locale)
      const situations = new Set(shown.map(({ view }) => view.situation))
      expect([...situations].sort()).toEqual([...SITUATIONS].sort())
    }
  })

  it.each(gallery)('$name is whole', ({ view }) => {
    const html = render(view)
    expect(textOf(html)).not.toMatch(/undefined|null|\[object|NaN|Invalid|\{\w+\}/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toMatch(/^<!doctype html><html lang="(en" dir="ltr|ar" dir="rtl)"/)
    expect(html).toContain(`data-digits="${view.digits}"`)
    expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(MAX_GZIP)
  })

  it.each(gallery)('$name keeps to the content security policy', ({ view }) => {
    const markup = markupOf(render(view))
    expect(markup).not.toMatch(/\s(style|on[a-z]+)=/)
    expect(markup).not.toMatch(/javascript:/i)
    expect(markup).not.toMatch(/<(link(?! rel="icon" href="data:)|iframe|object|embed|base)\b/)
  })

  it.each(gallery)('$name has headings in order and ids once', ({ view }) => {
    const html = render(view)
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]))
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1)
      return level
    }, 0)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(gallery)('$name tells link previews the brand alone', ({ view }) => {
    const told = [...render(view).matchAll(/<meta property="og:[^"]*" content="([^"]*)"/g)]
    const allowed = new Set(['website', 'Juniper &amp; Oud'])
    expect(told.length).toBeGreaterThan(1)
    for (const [, content] of told) expect(allowed).toContain(content)
  })
})

describe('digits', () => {
  it('are the chosen ones wherever we write a number', () => {
    for (const locale of LOCALES) {
      const html = render(named(`its own digits, ${locale}`))
      // Order and tracking numbers, phones and carriers' words stay as they are.
      const ours = textOf(html.replace(/<bdi dir="ltr"[^>]*>(?!×).*?<\/bdi>/gs, ''))
      expect(ours).not.toMatch(/[0-9]/)
      expect(ours).toMatch(/[٠-٩]/)
    }
  })

  it('are Latin in Arabic unless the brand wants others', () => {
    expect(textOf(render(named('in_transit, ar')))).not.toMatch(/[٠-٩]/)
  })
})

describe('headline', () => {
  it('says the day of a parcel on its way', () => {
    expect(render(named('in_transit, en'))).toContain(
      '<h1>Arriving November 26\u202f\u2060–\u2060\u202f27',
    )
  })

  it('says today’s slot in the destination’s zone', () => {
    expect(render(named('out_for_delivery, en'))).toMatch(
      /<h1>Arriving today, 2:00.*4:30\sPM<\/h1>/,
    )
  })

  it('does not promise a day gone by', () => {
    const view = named('in_transit, en')
    const late = { ...view, today: '2026-12-01' }
    expect(render(late)).toContain('<h1>On its way to you</h1>')
  })

  it('promises only what is left of a range', () => {
    const view = named('in_transit, en')
    expect(render({ ...view, today: '2026-11-27' })).toContain('<h1>Arriving today</h1>')
  })

  it('says no other day of what is out for delivery', () => {
    const view = named('out_for_delivery, en')
    const estimate = { from: '2026-11-25', to: '2026-11-25' }
    const shipments = view.shipments.map((it) => ({ ...it, window: null, estimate }))
    const html = render({ ...view, shipments })
    expect(html).toContain('<h1>Out for delivery</h1>')
    expect(html).toContain('<dt>Expected</dt><dd>Tomorrow</dd>')
  })

  it('names the evening of a slot that runs past midnight', () => {
    const view = named('out_for_delivery, en')
    const window = {
      from: '2026-11-24T23:00:00+04:00',
      to: '2026-11-25T01:00:00+04:00',
      zone: null,
    }
    const shipments = view.shipments.map((it) => ({ ...it, window }))
    expect(render({ ...view, shipments })).toMatch(/<h1>Arriving today, 11:00\sPM.*1:00\sAM<\/h1>/)
  })

  it('never says why of a reason the shopper is not given', () => {
    const view = named('delayed, en')
    const silent = { ...view, shipments: view.shipments.map((it) => ({ ...it, reason: null })) }
    expect(render(silent)).not.toContain(CATALOGUES.en.reasons.weather)
  })
})

describe('the day of arrival', () => {
  const promising = (situation: string) => {
    const view = named(`${situation}, en`)
    const estimate = { from: '2026-11-27', to: '2026-11-27' }
    const shipments = view.shipments.map((it) => ({ ...it, estimate }))
    return textOf(render({ ...view, shipments }))
  }

  it('is not promised while something else has to happen first', () => {
    for (const situation of ['damaged', 'refused', 'address_incomplete', 'duties_due']) {
      expect(promising(situation)).not.toContain('November 27')
    }
  })

  it('is said once', () => {
    expect(promising('in_transit').match(/November 27/g)).toHaveLength(2)
    expect(promising('attempt_failed_next')).not.toContain('November 27')
  })
})

describe('what a bearer may not know', () => {
  it('leaves no trace where it is null', () => {
    const html = render(named('plain link to a pickup, en'))
    for (const hidden of ['481', 'Al Safa', 'Layla', '1Z999', 'AED', 'Cedar', 'ups.com']) {
      expect(html).not.toContain(hidden)
    }
    expect(html).toContain('Tracking number ends in')
  })
})

describe('banners', () => {
  it('offers a fresh link by a form, never as an error', () => {
    const html = render(named('expired grant, en'))
    expect(html).toContain('<form method="post" action="/o/example/fresh-link">')
    expect(html).not.toContain('role="alert"')
  })

  it('says how old a page from the record is', () => {
    expect(render(named('stale, en'))).toMatch(/This is what we knew <time[^>]*>today, 12:30\sPM/)
  })

  it('says that the carrier does not answer', () => {
    expect(render(named('carrier down, en'))).toContain('UPS’s system is not answering')
  })
})
