import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetsFor } from '../../../pages/assets/brand.ts'
import { renderTracking } from '../../../pages/tracking/page.tsx'
import { orderInput } from '../../../schema/order-input.ts'
import type { Report } from '../../../schema/report.ts'
import type { Scope } from '../../../schema/vocabulary.ts'
import { HANDOVERS, LOCALES, MILESTONES, REASON_NAMES } from '../../../schema/vocabulary.ts'
import { DAY, HOUR } from '../../../worker/lib/clock.ts'
import { mark, place, record } from '../../../worker/order/order.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import type { Asked } from '../../../worker/serve/view.ts'
import { trackingView } from '../../../worker/serve/view.ts'
import { brand } from '../../support/gallery-parts.ts'
import {
  BUYERS,
  GRANTED,
  markedGift,
  markedOrder,
  markedReport,
  marksIn,
  NOBODYS,
  NOW,
  NUMBER,
  TODAY,
} from '../../support/marked.ts'

const asked = (scope: Scope, over: Partial<Asked> = {}): Asked => ({
  scope,
  grantExpired: false,
  locale: 'en',
  digits: 'latn',
  zone: 'Europe/Berlin',
  now: NOW,
  brand,
  languages: [],
  lookup: '/lookup',
  freshLinkAction: null,
  asOf: null,
  lookedAt: () => NOW - HOUR,
  carrierDown: () => false,
  ...over,
})

function placedFrom(body: unknown): OrderState {
  const { shipments = [], ...placed } = orderInput.parse(body)
  return place(null, { id: 'id', merchant: 'm', placed, shipments, at: NOW - 2 * DAY })
}

/** An order whose first parcel the carrier said this of. */
function told(body: unknown, report: Report): OrderState {
  const state = placedFrom(body)
  const look = { leg: 0, at: NOW, mapVersion: 1, digest: 'd', result: { report } }
  return record(state, state.shipments[0]?.id ?? '', look)
}

const html = (view: ReturnType<typeof trackingView>): string =>
  renderTracking({ ...view, etag: '"e"' }, assetsFor(view.brand))

const at = fc.record({
  milestone: fc.constantFrom(...MILESTONES),
  reason: fc.option(fc.constantFrom(...REASON_NAMES), { freq: 3 }),
  to: fc.constantFrom(...HANDOVERS),
  locale: fc.constantFrom(...LOCALES),
  gift: fc.boolean(),
  payment: fc.constantFrom(
    { status: 'paid' },
    { status: 'due', amount: BUYERS.payment, url: 'https://pay.example/markedduty' },
    { status: 'cash_on_delivery', amount: BUYERS.payment },
  ),
  direction: fc.constantFrom('outbound', 'return', 'replacement', 'exchange'),
  sent: fc.boolean(),
  shop: fc.constantFrom('confirmed', 'packed', 'cancelled', null),
})
type At = typeof at extends fc.Arbitrary<infer Value> ? Value : never

function stateAt({ milestone, reason, to, gift, payment, direction, sent, shop }: At): OrderState {
  const shipments = sent ? [{ carrier: 'ups', tracking_number: NUMBER, direction }] : []
  const body = (gift ? markedGift : markedOrder)('A-1', { payment, shipments })
  const base = markedReport(milestone, reason)
  const handover = base.handover && { ...base.handover, to }
  const state = told(body, { ...base, handover })
  return shop ? mark(state, { [shop]: '2031-05-14T08:00:00Z' }, NOW) : state
}

describe('whatever happens to an order', () => {
  it('nothing marked is in what a bare link’s page is made of, or in the page', () => {
    fc.assert(
      fc.property(at, (drawn) => {
        const view = trackingView(stateAt(drawn), asked('link', { locale: drawn.locale }))
        expect(marksIn(JSON.stringify(view))).toEqual([])
        expect(marksIn(html(view))).toEqual([])
      }),
      { numRuns: 120 },
    )
  })

  it('a gift’s recipient sees no price, no payment and no address of the buyer', () => {
    fc.assert(
      fc.property(at, (drawn) => {
        const state = stateAt({ ...drawn, gift: true })
        const view = trackingView(state, asked('recipient', { locale: drawn.locale }))
        const prices = { ...BUYERS, due: '9991.53', pay: 'markedduty', buyer: 'Markedbuyer' }
        expect(marksIn(JSON.stringify(view), prices)).toEqual([])
        expect(view.payment).toBeNull()
        expect(view.shipments.map(({ payment_due }) => payment_due).filter(Boolean)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('what is nobody’s is shown to nobody: street, contacts, internal notes, skus', () => {
    fc.assert(
      fc.property(at, fc.constantFrom<Scope>('recipient', 'buyer'), (drawn, scope) => {
        const view = trackingView(stateAt(drawn), asked(scope, { locale: drawn.locale }))
        expect(marksIn(JSON.stringify(view), NOBODYS)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

it('shows the buyer everything that is theirs', () => {
  const view = trackingView(told(markedOrder('A-1'), markedReport('in_transit')), asked('buyer'))
  const expected = { ...GRANTED, ...BUYERS, due: '9991.53' }
  expect(marksIn(html(view), expected)).toEqual(Object.keys(expected))
})

it('hides from a gift’s recipient what the giver does not allow to be seen', () => {
  const gift = { gift: { show_articles: false } }
  const state = told(markedOrder('A-1', gift), markedReport('in_transit'))
  const view = trackingView(state, asked('recipient'))
  expect([view.unshipped, view.shipments[0]?.articles]).toEqual([null, null])
  expect(marksIn(html(view), GRANTED)).not.toContain('article')
})

describe('the parcel the headline speaks of', () => {
  it.each(['link', 'recipient', 'buyer'] as const)('is found on the page: %s', (scope) => {
    const view = trackingView(
      told(markedOrder('A-1'), markedReport('out_for_delivery')),
      asked(scope),
    )
    expect(view.shipments.map(({ key }) => key)).toContain(view.headline_shipment)
    expect(html(view)).toMatch(/<h1>[^<]*(?:12:00|today)/)
  })
})

describe('the end of a tracking number', () => {
  const shown = (tracking_number: string) => {
    const state = placedFrom(
      markedOrder('A-1', { shipments: [{ carrier: 'x_post', tracking_number }] }),
    )
    return trackingView(state, asked('link')).shipments[0]?.tracking_number
  }
  it('tells parcels apart, and is left out where it were most of the number', () => {
    expect(shown('ABCDEFGH1234')).toEqual({ text: '1234', whole: false })
    expect(shown('AB12')).toEqual({ text: '', whole: false })
    expect(shown('ABC1234')).toEqual({ text: '', whole: false })
  })
})

describe('a delivery window', () => {
  const local = (from: string, to: string, zone: string | null = null) => ({ from, to, zone })
  const shown = (window: Report['window'], over: Partial<Asked> = {}) =>
    trackingView(
      told(markedOrder('A-1'), markedReport('out_for_delivery', null, { window })),
      asked('link', over),
    ).shipments[0]?.window

  it.each([
    ['of today', local(`${TODAY}T12:00:00`, `${TODAY}T18:00:00`)],
    ['that is open now', local(`${TODAY}T10:00:00`, `${TODAY}T11:30:00`)],
    ['given as instants', local(`${TODAY}T12:00:00+02:00`, `${TODAY}T18:00:00+02:00`)],
    ['given as a day', local(TODAY, TODAY)],
    ['that began last evening', local('2031-05-13T22:00:00', `${TODAY}T12:00:00`)],
  ])('%s is shown', (_name, window) => {
    expect(shown(window)).toEqual(window)
  })

  it.each([
    ['of tomorrow', local('2031-05-15T12:00:00', '2031-05-15T18:00:00')],
    ['of yesterday', local('2031-05-13T12:00:00', '2031-05-13T18:00:00')],
    ['that closed an hour ago', local(`${TODAY}T08:00:00`, `${TODAY}T10:00:00`)],
    ['that closed by its offset', local(`${TODAY}T08:00:00+02:00`, `${TODAY}T10:00:00+02:00`)],
    ['that cannot be read', local('soon', 'later')],
    ['without an end that can be read', local(`${TODAY}T08:00:00`, 'later')],
  ])('%s is not shown', (_name, window) => {
    expect(shown(window)).toBeNull()
  })

  it('is of today by the date in its own zone, not the destination’s', () => {
    const late = { now: Date.parse('2031-05-14T20:30:00Z') }
    const tokyo = (day: string) => local(`${day}T08:00:00`, `${day}T12:00:00`, 'Asia/Tokyo')
    expect(shown(tokyo('2031-05-15'), late)).toEqual(tokyo('2031-05-15'))
    expect(shown(tokyo('2031-05-14'), late)).toBeNull()
  })

  it('in a zone nobody knows is read as the destination’s, and costs no page', () => {
    const window = local(`${TODAY}T12:00:00`, `${TODAY}T18:00:00`, 'Mars/Base')
    expect(shown(window)).toEqual({ ...window, zone: null })
    const state = told(markedOrder('A-1'), markedReport('out_for_delivery', null, { window }))
    expect(html(trackingView(state, asked('link')))).toContain('12:00')
  })
})

describe('dates', () => {
  const shown = (over: Partial<Report>, more: Partial<Asked> = {}) => {
    const state = told(markedOrder('A-1'), markedReport('attempt_failed', 'recipient_absent', over))
    const parcel = trackingView(state, asked('link', more)).shipments[0]
    return [parcel?.estimate ?? null, parcel?.next_attempt ?? null]
  }
  const day = (text: string) => ({ estimate: { from: text, to: text }, next_attempt: text })

  it('are shown from the day itself on, never afterwards', () => {
    expect(shown(day(TODAY))).toEqual([{ from: TODAY, to: TODAY }, TODAY])
    expect(shown(day('2031-05-13'))).toEqual([null, null])
  })

  it('given as instants count by the destination’s date', () => {
    const eve = '2031-05-13T23:30:00Z'
    expect(shown(day(eve))).toEqual([{ from: eve, to: eve }, eve])
    expect(shown(day(eve), { zone: 'America/New_York' })).toEqual([null, null])
  })

  it('that cannot be read are left out', () => {
    expect(shown(day('Thursday'))).toEqual([null, null])
    expect(shown(day('2031-13-45'))).toEqual([null, null])
  })

  it('a promise that was not kept is not repeated', () => {
    const promise = (to: string) =>
      trackingView(
        placedFrom(markedOrder('A-1', { promised: { from: '2031-05-10', to } })),
        asked('link'),
      ).promised
    expect(promise('2031-05-13')).toBeNull()
    expect(promise(TODAY)).toEqual({ from: '2031-05-10', to: TODAY })
  })
})

it('is rendered whatever a carrier writes where times and places belong', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('2031-13-45', '2031-05-14T25:99:99', '24:00', ''),
  )
  const maybe = fc.option(text)
  const report = fc.record({
    text,
    maybe,
    milestone: fc.constantFrom(...MILESTONES),
    scope: fc.constantFrom<Scope>('link', 'buyer'),
  })
  fc.assert(
    fc.property(report, ({ text, maybe, milestone, scope }) => {
      const base = markedReport(milestone)
      const odd = told(markedOrder('A-1'), {
        ...base,
        scans: base.scans.map((scan, index) =>
          index > 0 ? scan : { ...scan, local: maybe, zone: text },
        ),
        estimate: { from: text, to: text },
        window: { from: text, to: text, zone: text },
        next_attempt: maybe,
        pickup: { name: text, address: maybe, hours: text, until: text, code: maybe },
        payment_due: { amount: text, currency: maybe, url: text },
      })
      expect(html(trackingView(odd, asked(scope)))).toContain('</html>')
    }),
    { numRuns: 100 },
  )
})
