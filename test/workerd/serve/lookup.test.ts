import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../../pages/locales/en.ts'
import { GRANTED, markedGift, markedOrder, marksIn, NOBODYS, NOW } from '../../support/marked.ts'
import type { Storefront, Visit } from '../../support/workerd-serve.ts'
import { DEFAULT_ORIGIN, openStorefront, page, visit } from '../../support/workerd-serve.ts'

let shop: Storefront
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await withOrders()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function withOrders(): Promise<Storefront> {
  const opened = await openStorefront()
  await opened.place(markedOrder('#1001'))
  await opened.place(markedGift('GIFT-7'))
  const to = (postcode: string) => ({ delivery: { address: { postcode, country: 'AE' } } })
  await opened.place(markedOrder('ZEROS', to('00000')))
  await opened.place(markedOrder('DASH', to('-')))
  const phone = (address: string) => ({
    buyer: { contacts: [{ channel: 'sms', address, consent: true }] },
  })
  await opened.place(markedOrder('HK', phone('+85291234567')))
  await opened.place(markedOrder('AE', phone('+97141234567')))
  await opened.place(markedOrder('SHORT', phone('+4912345')))
  return opened
}

/** Nothing is counted here but what a test counts. */
const UNLIMITED = { LOOKUP_LIMIT: { limit: async () => ({ success: true }) } }

const post = (number: string, key: string, how: Visit = {}, origin = shop.origin) =>
  visit(`${origin}/lookup`, { form: { number, key }, bindings: UNLIMITED, ...how })

/** What a look-up leads to: a grant's scope, the plain page, or nothing. */
async function found(number: string, key: string): Promise<string> {
  const response = await post(number, key)
  const location = response.headers.get('location')
  if (response.status !== 303 || !location) return 'nothing'
  const grant = new URL(location, shop.origin).searchParams.get('g')
  return grant?.split('-')[1] ?? 'link'
}

describe('an order is found by its number and', () => {
  it.each([
    ['the buyer’s e-mail address', 'markedmail@example.com', 'buyer'],
    ['in any case, with blanks around', '  MarkedMail@Example.COM ', 'buyer'],
    [
      'in full-width letters, as a Japanese keyboard writes them',
      'ｍａｒｋｅｄｍａｉｌ＠example.com',
      'buyer',
    ],
    ['the phone number', '+4915799900011', 'buyer'],
    ['written apart', '+49 (1579) 99 000-11', 'buyer'],
    ['with 00 for abroad', '0049 1579 9900011', 'buyer'],
    ['without its country code', '01579 9900011', 'buyer'],
    ['in Arabic digits', '٠١٥٧٩ ٩٩٠٠٠١١', 'buyer'],
    ['in Devanagari digits', '०१५७९९९०००११', 'buyer'],
    ['the recipient’s contact, where it is no gift', NOBODYS.recipient_email, 'buyer'],
    ['the postcode, which neighbours know too', 'MK7 1AB', 'link'],
    ['the postcode without blanks, in small letters', 'mk71ab', 'link'],
  ])('%s', async (_name, key, scope) => {
    expect(await found('#1001', key)).toBe(scope)
  })

  it.each(['1001', ' # 1001 ', '１００１', '١٠٠١', '#۱۰۰۱'])(
    'its number may be written %s',
    async (number) => {
      expect(await found(number, NOBODYS.email)).toBe('buyer')
    },
  )

  it.each([
    ['HK', '9123 4567'],
    ['HK', '+852 9123 4567'],
    ['AE', '04 123 4567'],
    ['AE', '00971 4 123 4567'],
  ])('phones of countries with short numbers: %s %s', async (number, key) => {
    expect(await found(number, key)).toBe('buyer')
  })

  it('a gift’s recipient finds what a recipient may see, its giver what the giver may', async () => {
    expect(await found('GIFT-7', NOBODYS.recipient_phone)).toBe('recipient')
    expect(await found('GIFT-7', NOBODYS.recipient_email)).toBe('recipient')
    expect(await found('GIFT-7', NOBODYS.email)).toBe('buyer')
  })
})

describe('an order is not found by', () => {
  it.each([
    ['another’s address', '#1001', 'somebody@example.com'],
    ['part of an address', '#1001', 'markedmail'],
    ['a number that does not exist', '#1002', NOBODYS.email],
    ['the end of a phone number', '#1001', '9900011'],
    ['the end of a phone number behind zeros', '#1001', '0000009900011'],
    ['zeros', '#1001', '00000000000'],
    ['a phone number too short to tell anybody', 'SHORT', '12345'],
    ['a postcode of zeros', 'ZEROS', '00000'],
    ['zeros in other digits', 'ZEROS', '٠٠٠٠٠'],
    ['a postcode of dashes', 'DASH', '--'],
    ['the buyer’s name', '#1001', 'Markedbuyer'],
    ['its city', '#1001', 'Markedcity'],
    ['its own number', '#1001', '#1001'],
    ['a wildcard', '#1001', '%'],
  ])('%s', async (_name, number, key) => {
    expect(await found(number, key)).toBe('nothing')
  })
})

describe('every failure', () => {
  it('is the same answer but for the number that was typed', async () => {
    const answers = await Promise.all(
      [
        ['#1001', 'wrong@example.com'],
        ['#9999', NOBODYS.email],
        ['ZEROS', '00000'],
        ['#1001', ''],
        ['', NOBODYS.email],
        ['🎁', '🎁'],
      ].map(async ([number = '', key = '']) => {
        const response = await post(number, key)
        const html = (await response.text()).replace(/(name="number" value)(="[^"]*")?/, '$1')
        return { status: response.status, headers: Object.fromEntries(response.headers), html }
      }),
    )
    expect(answers[0]?.status).toBe(404)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('never sends the second key back', async () => {
    const html = await (await post('<b>1', 'wrong"><script>@example.com')).text()
    expect(html).not.toContain('wrong')
    expect(html).toContain('value="&lt;b>1"')
  })

  it.each(['no form at all', '{"number":"#1001"}'])('takes what is no form: %s', async (body) => {
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    const plain = await visit(`${shop.origin}/lookup`, { ...request, bindings: UNLIMITED })
    expect(plain.status).toBe(404)
  })
})

describe('a look-up that found something', () => {
  it('leads to an address with nothing personal in it, on the host that was asked', async () => {
    const response = await post('#1001', NOBODYS.email)
    const location = response.headers.get('location') ?? ''
    expect(location).toMatch(/^\/o\/[0-9A-Za-z]{22}\?g=[\w-]+$/)
    expect(marksIn(location)).toEqual([])
    expect(marksIn(await page(shop.origin + location), GRANTED)).toContain('article')
  })

  it('is found on the default host by the shop’s name', async () => {
    const form = { number: '#1001', key: NOBODYS.email }
    const url = `${DEFAULT_ORIGIN}/lookup/${shop.id}`
    const response = await visit(url, { form, bindings: UNLIMITED })
    const location = response.headers.get('location') ?? ''
    expect(marksIn(await page(DEFAULT_ORIGIN + location), GRANTED)).toContain('article')
  })

  it('is never the answer to an address, which browsers and proxies keep', async () => {
    const query = new URLSearchParams({ number: '#1001', key: NOBODYS.email })
    const response = await visit(`${shop.origin}/lookup?${query}`)
    expect([response.status, response.headers.has('location')]).toEqual([200, false])
    expect(marksIn((await response.text()).replace(/href="[^"]*"/g, ''))).toEqual([])
  })
})

describe('tries', () => {
  const from = (address: string, limiter: Visit['bindings'] = {}): Visit => ({
    headers: { 'cf-connecting-ip': address },
    bindings: limiter,
  })

  /** A limiter without a clock: so many of a key, then none. */
  function counting(most: number) {
    const counts = new Map<string, number>()
    const limit = async ({ key }: { key: string }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return { success: (counts.get(key) ?? 0) <= most }
    }
    return { counts, bindings: { LOOKUP_LIMIT: { limit } } }
  }

  it('are limited by address, whatever order they are about', async () => {
    const statuses: number[] = []
    // The platform counts by the minute: a new one may begin once meanwhile.
    while (statuses.at(-1) !== 429 && statuses.length < 45) {
      const order = `GUESS-${statuses.length}`
      statuses.push((await post(order, 'x@example.com', from('203.0.113.1'))).status)
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  })

  it('are limited by order, whatever address they come from; then the right key waits too', async () => {
    const limiter = counting(3)
    const tried = async (number: string, key: string, address: number) =>
      (await post(number, key, from(`198.51.100.${address}`, limiter.bindings))).status
    expect(await tried('#1001', 'x@example.com', 1)).toBe(404)
    expect(await tried('1001', 'y@example.com', 2)).toBe(404)
    expect(await tried('١٠٠١', NOBODYS.email, 3)).toBe(303)
    expect(await tried(' #1001 ', NOBODYS.email, 4)).toBe(429)
    expect(await tried('GIFT-7', NOBODYS.email, 4)).toBe(303)
  })

  it('are counted without keeping who tried what', async () => {
    const limiter = counting(0)
    const response = await post('#1001', NOBODYS.email, from('198.51.100.77', limiter.bindings))
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await response.text()).toContain(en.lookup.too_many)
    for (const key of limiter.counts.keys()) expect(key).toMatch(/^[\w-]{22}$/)
  })
})

it('answers in the language that was chosen', async () => {
  const form = await page(`${shop.origin}/lookup?lang=ar`)
  const [, action = ''] = /<form[^>]* action="([^"]*)"/.exec(form) ?? []
  const body = { number: '#1001', key: 'wrong@example.com' }
  const response = await visit(shop.origin + action, { form: body, bindings: UNLIMITED })
  expect(await response.text()).toContain('<html lang="ar" dir="rtl"')
})
