import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../../pages/locales/en.ts'
import type { Milestone } from '../../../schema/vocabulary.ts'
import { DAY, HOUR } from '../../../worker/lib/clock.ts'
import { writeGrant } from '../../../worker/lib/id.ts'
import {
  BUYERS,
  GRANTED,
  markedGift,
  markedOrder,
  markedReport,
  marksIn,
  NOW,
} from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { keys, openStorefront, orderObjects, page, tell } from '../../support/workerd-serve.ts'

let shop: Storefront
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront({ grant_days: 10 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const FORM = `<form method="post" action="/o/`
const grantOf = (link: string | null) => new URL(link ?? '').searchParams.get('g') ?? ''

/** What a page lets see, and whether it offers a fresh link. */
async function seen(link: string) {
  const html = await page(link)
  return {
    details: marksIn(html, GRANTED).length,
    payment: marksIn(html, BUYERS).length,
    expired: html.includes(en.banner.expired),
    form: html.includes(FORM),
  }
}

const ALL = Object.keys(GRANTED).length
const BUYER = { details: ALL, payment: 1, expired: false, form: false }
const RECIPIENT = { ...BUYER, payment: 0 }
const PLAIN = { details: 0, payment: 0, expired: false, form: false }
const EXPIRED = { ...PLAIN, expired: true, form: true }

async function parcel(milestone: Milestone, body: unknown): Promise<Order> {
  const order = await shop.place(body)
  await tell(shop, order, markedReport(milestone))
  return order
}

const underWay = (body: unknown) => parcel('in_transit', body)
const delivered = (number: string) => parcel('delivered', markedOrder(number))

it('shows the buyer, a gift’s recipient and everybody else each their part', async () => {
  const order = await underWay(markedGift('PARTS'))
  expect(await seen(order.grant_link)).toEqual(BUYER)
  expect(await seen(order.recipient_link ?? '')).toEqual(RECIPIENT)
  expect(await seen(order.link)).toEqual(PLAIN)
})

describe('a grant’s term', () => {
  it('is as long as the parcel travels, and the shop’s days after that', async () => {
    const { grant_link } = await delivered('TERM')
    vi.setSystemTime(NOW + 10 * DAY - 2 * HOUR)
    expect(await seen(grant_link)).toEqual(BUYER)
    vi.setSystemTime(NOW + 10 * DAY)
    expect(await seen(grant_link)).toEqual(EXPIRED)
  })

  it('begins anew when an order gets another parcel', async () => {
    const order = await delivered('AGAIN')
    vi.setSystemTime(NOW + 20 * DAY)
    const more = { carrier: 'ups', tracking_number: '1ZANOTHERPARCEL1', direction: 'replacement' }
    await shop.api('POST', '/orders/AGAIN/shipments', more)
    expect((await seen(order.grant_link)).expired).toBe(false)
  })

  it('ends with its own date, where it has one', async () => {
    const order = await underWay(markedOrder('DATED'))
    const expires = (NOW + DAY) / 1000
    const grant = await writeGrant(keys(), order.id, { scope: 'buyer', epoch: 0, expires })
    expect(await seen(`${order.link}?g=${grant}`)).toEqual(BUYER)
    vi.setSystemTime(NOW + DAY)
    expect(await seen(`${order.link}?g=${grant}`)).toEqual(EXPIRED)
  })

  it('leads, once over, to no form where there is no address to mail to', async () => {
    const order = await parcel('delivered', markedOrder('NOMAIL', { buyer: { name: 'Sam' } }))
    vi.setSystemTime(NOW + 30 * DAY)
    expect(await seen(order.grant_link)).toEqual({ ...EXPIRED, form: false })
  })
})

describe('a revoked grant', () => {
  it('shows the plain page and the way to a fresh link; the new one works', async () => {
    const order = await underWay(markedGift('REVOKED'))
    const { body: fresh } = await shop.api<Order>('POST', '/orders/REVOKED/links')
    expect(await seen(order.grant_link)).toEqual(EXPIRED)
    expect(await seen(order.recipient_link ?? '')).toEqual(EXPIRED)
    expect(await seen(fresh.grant_link)).toEqual(BUYER)
  })
})

describe('a grant we did not give', () => {
  it('is no grant, and no error: changed anywhere', async () => {
    const order = await shop.place(markedGift('TAMPERED'))
    const grant = grantOf(order.recipient_link)
    const changed = [...grant].map((letter, index) => {
      const other = letter === 'a' ? 'b' : 'a'
      return grant.slice(0, index) + other + grant.slice(index + 1)
    })
    const spoilt = [
      grant.replace('recipient', 'buyer'),
      grant.slice(0, -1),
      `${grant}a`,
      '',
      '%00',
      'null',
      'x'.repeat(5000),
    ]
    for (const value of [...changed, ...spoilt]) {
      expect(await seen(`${order.link}?g=${value}`)).toEqual(PLAIN)
    }
  })

  it('is one for another order, of this shop or another', async () => {
    const other = await openStorefront()
    const [mine, neighbour] = [
      await shop.place(markedOrder('MINE')),
      await shop.place(markedOrder('NEXT')),
    ]
    const foreign = await other.place(markedOrder('MINE'))
    for (const { grant_link } of [neighbour, foreign]) {
      expect(await seen(`${mine.link}?g=${grantOf(grant_link)}`)).toEqual(PLAIN)
    }
  })

  it('does not become one by being sent twice', async () => {
    const order = await shop.place(markedOrder('TWICE'))
    expect(await seen(`${order.link}?g=x&g=${grantOf(order.grant_link)}`)).toEqual(PLAIN)
  })
})

it('honours no grant on the record’s word, which may be older than a revocation', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  const order = await shop.place(markedGift('RECORD'))
  const { ORDER } = orderObjects(() => Promise.reject(new Error('Internal error')))
  for (const link of [order.grant_link, order.recipient_link ?? '']) {
    const html = await page(link, { bindings: { ORDER } })
    expect(marksIn(html)).toEqual([])
    expect(html).toContain(en.banner.as_of.split('{')[0])
  }
})
