import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { markedGift, markedOrder, markedReport, NOW } from '../../support/marked.ts'
import { textOf } from '../../support/markup.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront, page, tell } from '../../support/workerd-serve.ts'

let shop: Storefront
let orders = 0
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront({ locale: 'ar' }, { digits: 'arab' })
})
afterEach(() => {
  vi.useRealTimers()
})

const accepting = (language: string) => ({ headers: { 'accept-language': language } })

/** An order in transit, of a buyer who reads `locale`, to a zone. */
async function parcel(
  more: Readonly<Record<string, unknown>> = {},
  day = '2031-05-16',
): Promise<Order> {
  orders += 1
  const order = await shop.place(markedOrder(`LANG-${orders}`, more))
  await tell(shop, order, markedReport('in_transit', null, { estimate: { from: day, to: day } }))
  return order
}

const speaking = (locale: string) => ({ buyer: { locale } })
const languageOf = (html: string): string | undefined => /<html lang="(\w+)"/.exec(html)?.[1]

describe('the language of a page', () => {
  it.each([
    ['the link’s word before all', 'en', 'ar', '?lang=en', 'en'],
    ['the order’s before the browser’s', 'en', 'ar', '', 'en'],
    ['the order’s region does not matter', 'en-AU', 'ar', '', 'en'],
    ['the browser’s where the order’s is not ours', 'zh-TW', 'en;q=0.8,fr', '', 'en'],
    ['the shop’s where nobody’s is ours', 'zh', 'th,in;q=0.5', '', 'ar'],
    [
      'a word in the link that is no language counts for nothing',
      'en',
      'ar',
      '?lang=%3Cscript%3E',
      'en',
    ],
    ['Indonesian by its old name counts for nothing', 'in', 'iw', '?lang=in', 'ar'],
  ])('%s', async (_name, locale, accepted, query, expected) => {
    const order = await parcel(speaking(locale))
    expect(languageOf(await page(order.link + query, accepting(accepted)))).toBe(expected)
  })

  it('is the recipient’s on a gift’s page, and the buyer’s on the buyer’s', async () => {
    const gift = await shop.place(
      markedGift('GIFT', { buyer: { locale: 'en' }, recipient: { locale: 'ar' } }),
    )
    expect(languageOf(await page(gift.recipient_link ?? ''))).toBe('ar')
    expect(languageOf(await page(gift.grant_link))).toBe('en')
  })

  it('can be switched, keeping the grant', async () => {
    const order = await parcel(speaking('en'))
    const html = await page(order.grant_link)
    const [, href = ''] = /<a href="([^"]*)" hreflang="ar"/.exec(html) ?? []
    const other = await page(shop.origin + href.replaceAll('&amp;', '&'))
    expect(languageOf(other)).toBe('ar')
    expect(other).toContain('Markedarticle')
  })
})

describe('digits', () => {
  it('are the brand’s on Arabic pages, and Latin on English ones', async () => {
    const order = await parcel()
    expect(textOf(await page(`${order.link}?lang=ar`))).toMatch(/[٠-٩]/)
    const english = textOf(await page(`${order.link}?lang=en`))
    expect(english).not.toMatch(/[٠-٩]/)
  })

  it('of numbers and codes stay as they are written', async () => {
    const order = await parcel()
    expect(textOf(await page(`${order.link}?lang=ar`))).toContain('9876')
  })
})

describe('“today” is the destination’s', () => {
  it.each([
    ['Pacific/Kiritimati', '2031-05-15'],
    ['Pacific/Honolulu', '2031-05-14'],
  ])('in %s it is %s', async (time_zone, day) => {
    vi.setSystemTime(Date.parse('2031-05-14T20:00:00Z'))
    const order = await parcel({ delivery: { time_zone }, ...speaking('en') }, day)
    const [, headline] = /<h1>(.*?)<\/h1>/.exec(await page(order.link)) ?? []
    expect(headline).toMatch(/today/i)
  })

  it('is the shop’s where the order names no zone, and UTC where that is none', async () => {
    const order = await parcel({ delivery: {}, ...speaking('en') }, '2031-05-14')
    const key = `merchant:${shop.id}`
    const known = await env.CONFIG.get<object>(key, 'json')
    try {
      for (const time_zone of ['Asia/Dubai', 'Mars/Base', '']) {
        await env.CONFIG.put(key, JSON.stringify({ ...known, time_zone }))
        forgetConfiguration()
        expect(await page(order.link)).toMatch(/<h1>[^<]*today/i)
      }
    } finally {
      await env.CONFIG.put(key, JSON.stringify(known))
      forgetConfiguration()
    }
  })

  it('holds where a carrier names a zone that nobody knows', async () => {
    orders += 1
    const order = await shop.place(markedOrder(`LANG-${orders}`, speaking('en')))
    const window = { from: '2031-05-14T12:00:00', to: '2031-05-14T18:00:00', zone: 'Mars/Base' }
    await tell(shop, order, markedReport('out_for_delivery', null, { window }))
    expect(textOf(await page(order.link))).toMatch(/12:00/)
  })
})
