import { describe, expect, it } from 'vitest'
import { assetsFor } from '../../../../pages/assets/brand.ts'
import { speak } from '../../../../pages/locales/speech.ts'
import { renderTracking } from '../../../../pages/tracking/page.tsx'
import { byDay } from '../../../../pages/tracking/timeline.tsx'
import type { ScanView, ShipmentView } from '../../../../pages/tracking/view.ts'
import { journey, order, parcel } from '../../../support/gallery-parts.ts'
import { markupOf } from '../../../support/markup.ts'

const s = speak({ locale: 'en', digits: 'latn', zone: 'Asia/Dubai', today: '2026-11-24' })

const scan = (at: string | null, local: string | null): ScanView => ({
  at,
  local,
  milestone: 'in_transit',
  reason: null,
  city: null,
  text: null,
})

const render = (over: Partial<ShipmentView>): string => {
  const it = parcel('en', 'in_transit', over)
  const view = order('en', { shipments: [it], headline_shipment: it.key })
  return markupOf(renderTracking(view, assetsFor(view.brand)))
}

const withScans = (...scans: ScanView[]) => render({ scans })

describe('the day of a scan', () => {
  it('is its own where the carrier gave the local clock', () => {
    const days = byDay(s, [scan('2026-11-23T23:30:00-08:00', '2026-11-23T23:30:00')])
    expect(days.map(({ day }) => day)).toEqual(['2026-11-23'])
  })

  it('is the destination’s where only the instant is known', () => {
    const days = byDay(s, [scan('2026-11-23T21:30:00Z', null)])
    expect(days.map(({ day }) => day)).toEqual(['2026-11-24'])
  })

  it('is never called tomorrow, however far ahead the clocks there are', () => {
    const html = withScans(scan('2026-11-24T20:30:00+04:00', '2026-11-25T00:30:00'))
    expect(html).toContain('<p>Wednesday, November 25</p>')
    expect(html).not.toMatch(/tomorrow/i)
  })

  it('groups neighbours and keeps the order', () => {
    const days = byDay(s, [
      scan(null, '2026-11-24T08:00:00'),
      scan(null, '2026-11-24T02:00:00'),
      scan(null, '2026-11-23T22:00:00'),
    ])
    expect(days.map(({ entries }) => entries.length)).toEqual([2, 1])
  })
})

describe('a scan of which only the day is known', () => {
  it('shows the day and claims no time', () => {
    const html = withScans(scan(null, '2026-11-23'))
    expect(html).toContain('Yesterday')
    expect(html).not.toContain('<time class="time')
    expect(html).not.toContain('local time')
  })
})

describe('a local time', () => {
  it('gets no offset and says that it is local', () => {
    const html = withScans(scan(null, '2026-11-23T23:30:00'))
    expect(html).toContain('datetime="2026-11-23T23:30:00"')
    expect(html).toContain('local time')
  })

  it('is called local where the place’s clock is not the destination’s', () => {
    expect(withScans(scan('2026-11-23T23:30:00-08:00', '2026-11-23T23:30:00'))).toContain(
      'local time',
    )
    expect(withScans(scan('2026-11-23T23:30:00+04:00', '2026-11-23T23:30:00'))).not.toContain(
      'local time',
    )
  })

  it('is never made relative', () => {
    const freshness = {
      scanned: { at: null, local: '2026-11-23T23:30:00' },
      looked_at: null,
      carrier_down: false,
    }
    expect(render({ freshness })).not.toContain('data-ago')
  })
})

describe('a long journey', () => {
  const long = (count: number) => render({ scans: journeyOf(count) })
  const journeyOf = (count: number) =>
    Array.from({ length: count }, () => scan('2026-11-24T06:00:00Z', null))

  it('shows the newest five and folds the rest', () => {
    expect(long(12)).toContain('7 earlier updates')
  })

  it('never folds a single one', () => {
    expect(long(6)).not.toContain('earlier update')
  })

  it('says that the middle was left out', () => {
    expect(render({ truncated: true })).toContain('reported more than is kept')
  })
})

describe('the carrier’s own words', () => {
  it('claim no language, find their own direction, and are one tap away', () => {
    const html = render({ scans: journey('en', 'in_transit') })
    expect(html).toMatch(/<p class="raw"><bdi lang(="")? dir="auto">Departed from Facility/)
    expect(html).toContain('type="checkbox"')
  })

  it('speak for themselves where the code is unknown to us', () => {
    const html = withScans({
      ...scan('2026-11-24T06:00:00Z', null),
      milestone: null,
      text: 'Ramp 7Q',
    })
    expect(html).toMatch(/Update from UPS.*<p><bdi lang(="")? dir="auto">Ramp 7Q/)
    expect(html).not.toContain('type="checkbox"')
  })

  it('are not promised where the link does not show them', () => {
    expect(withScans(scan('2026-11-24T06:00:00Z', null))).not.toContain('own words')
  })
})
