import { describe, expect, it } from 'vitest'
import type { OrderState } from '../../../worker/order/state.ts'
import { articleView, lineArticles, unshippedArticles } from '../../../worker/serve/articles.ts'
import type { OrderParts } from '../../support/orders.ts'
import { line, order } from '../../support/orders.ts'

const lamp = line({ id: 'lamp', quantity: 3 })
const card = line({ id: 'card', kind: 'digital' })
const some = (id: string, quantity: number) => ({ line: id, quantity })
const orderOf = (lines: readonly (typeof lamp)[], shipments: OrderParts['shipments'] = []) =>
  order({ placed: { lines: [...lines] }, shipments })

const inParcel = (state: OrderState, index = 0) => {
  const shipment = state.shipments[index]
  return shipment
    ? lineArticles(state, shipment).map(({ line, quantity }) => [line.id, quantity])
    : []
}
const notSent = (state: OrderState) =>
  unshippedArticles(state).map(({ line, quantity }) => [line.id, quantity])

describe('what is in a parcel', () => {
  it('is what the shop says is in it', () => {
    const state = orderOf([lamp, card], [{ lines: [some('lamp', 2), some('unknown', 1)] }])
    expect(inParcel(state)).toEqual([['lamp', 2]])
  })

  it('is everything that can be sent, where there is one parcel and no word of it', () => {
    expect(inParcel(orderOf([lamp, card], [{}]))).toEqual([['lamp', 3]])
  })

  it('is not known where there are several and no word of any', () => {
    const state = orderOf([lamp], [{ tracking_number: 'N1' }, { tracking_number: 'N2' }])
    expect([inParcel(state, 0), inParcel(state, 1)]).toEqual([[], []])
  })
})

describe('what is not sent yet', () => {
  it('is everything before the first parcel', () => {
    expect(notSent(orderOf([lamp]))).toEqual([['lamp', 3]])
  })

  it('is what no parcel carries; what comes back was not sent', () => {
    const back = { direction: 'return' as const, tracking_number: 'R1', lines: [some('lamp', 1)] }
    expect(notSent(orderOf([lamp], [{ lines: [some('lamp', 2)] }, back]))).toEqual([['lamp', 1]])
  })

  it('is nothing where more was sent than ordered, or several parcels say nothing', () => {
    expect(notSent(orderOf([lamp], [{ lines: [some('lamp', 9)] }]))).toEqual([])
    expect(
      notSent(orderOf([lamp], [{ tracking_number: 'A1' }, { tracking_number: 'A2' }])),
    ).toEqual([])
  })

  const counts = {
    open: 0,
    shipped: 0,
    delivered: 0,
    cancelled: 0,
    refunded: 0,
    returned: 0,
    replaced: 0,
  }
  it.each([
    ['what it counts as open', { open: 2, shipped: 1 }, 2],
    ['not what it counts as shipped, though no parcel is known', { shipped: 3 }, 0],
    ['not what was delivered and came back', { delivered: 1, returned: 2 }, 0],
    ['not what it cancelled or paid back', { cancelled: 1, refunded: 1 }, 1],
  ])('is, by the shop’s own count, %s', (_name, over, open) => {
    const counted = line({ id: 'lamp', quantity: 3, counts: { ...counts, ...over } })
    expect(notSent(orderOf([counted]))).toEqual(open > 0 ? [['lamp', open]] : [])
  })
})

describe('a title', () => {
  const titled = (title: Record<string, string>, locale: 'en' | 'ar') => {
    const { title: text, language } = articleView({ line: line({ title }), quantity: 1 }, locale)
    return [text, language]
  }

  it.each([
    ['in the page’s language', { en: 'Lamp', ar: 'مصباح' }, 'ar', ['مصباح', 'ar']],
    ['in another of its family', { en: 'Lamp', 'ar-AE': 'مصباح' }, 'ar', ['مصباح', 'ar-AE']],
    ['else in English', { de: 'Lampe', 'en-GB': 'Lamp' }, 'ar', ['Lamp', 'en-GB']],
    ['else in any, which is named', { ja: 'ランプ' }, 'en', ['ランプ', 'ja']],
    ['else empty', {}, 'en', ['', 'und']],
  ] as const)('is %s', (_name, titles, locale, expected) => {
    expect(titled(titles, locale)).toEqual(expected)
  })
})
