import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../../pages/locales/en.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../worker/lib/clock.ts'
import { markedGift, markedOrder, markedReport, markedScan, NOW } from '../../support/marked.ts'
import { markupOf } from '../../support/markup.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront, Visit } from '../../support/workerd-serve.ts'
import { openStorefront, orderObjects, tell, visit } from '../../support/workerd-serve.ts'

let shop: Storefront
let order: Order
let orders = 0
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront()
  orders += 1
  order = await shop.place(markedGift(`ORDER-${orders}`))
  await tell(shop, order, markedReport('in_transit'))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function tagOf(link: string, how?: Visit): Promise<string> {
  const response = await visit(link, how)
  await response.body?.cancel()
  return response.headers.get('etag') ?? ''
}

const asking = (tag: string, method = 'GET'): Visit => ({
  method,
  headers: { 'if-none-match': tag },
})

describe('who has the page already', () => {
  it.each([
    ['the tag itself', (tag: string) => tag],
    ['the tag as a proxy weakens it', (tag: string) => `W/${tag}`],
    ['one of several', (tag: string) => `"other", W/${tag}`],
    ['any', () => '*'],
  ])('is told so without a body: %s', async (_name, asked) => {
    const tag = await tagOf(order.link)
    const response = await visit(order.link, asking(asked(tag)))
    expect([response.status, await response.text()]).toEqual([304, ''])
    expect(response.headers.get('etag')).toBe(tag)
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(response.headers.get('vary')).toBe('accept-language')
    expect(response.headers.has('content-type')).toBe(false)
  })

  it.each(['"other"', 'W/"other"', '', 'null', '"'])('is not who asks with %j', async (tag) => {
    expect((await visit(order.link, asking(tag))).status).toBe(200)
  })

  it('is told so by HEAD too, which never has a body and has the same tag', async () => {
    const tag = await tagOf(order.link)
    const head = await visit(order.link, { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag])
    expect((await visit(order.link, asking(tag, 'HEAD'))).status).toBe(304)
  })

  it('gets the very same page while nothing changed', async () => {
    const [first, second] = [await visit(order.grant_link), await visit(order.grant_link)]
    expect(await first.text()).toBe(await second.text())
    expect(first.headers.get('etag')).toBe(second.headers.get('etag'))
  })
})

describe('the tag changes', () => {
  const CHANGES: Readonly<Record<string, () => Promise<Visit | undefined>>> = {
    'with a scan': async () => {
      const scans = [markedScan('out_for_delivery', 0), markedScan('in_transit', 1)]
      await tell(shop, order, markedReport('in_transit', null, { scans }))
      return undefined
    },
    'with a scan among older ones, which moves nothing': async () => {
      const scans = [markedScan('in_transit', 1), markedScan('in_transit', 9)]
      await tell(shop, order, markedReport('in_transit', null, { scans }))
      return undefined
    },
    'with a date the carrier moves': async () => {
      const estimate = { from: '2031-05-17', to: '2031-05-18' }
      await tell(shop, order, markedReport('in_transit', null, { estimate }))
      return undefined
    },
    'with what the shop says': async () => {
      await shop.place(markedGift(order.number, { notes: [{ text: 'Thank you', public: true }] }))
      return undefined
    },
    'with the brand': async () => {
      await shop.api('PUT', '/brand', { name: `Brand ${orders}` })
      return undefined
    },
    'with the brand’s colour': async () => {
      await shop.api('PUT', '/brand', { name: 'Brand', colours: { accent: '#a01060' } })
      return undefined
    },
    'with the language': async () => ({ headers: { 'accept-language': 'ar' } }),
    'with the day': async () => {
      vi.setSystemTime(NOW + DAY)
      return undefined
    },
    'when the object does not answer': async () => {
      vi.spyOn(console, 'warn').mockReturnValue()
      const { ORDER } = orderObjects(() => Promise.reject(new Error('Internal error')))
      return { bindings: { ORDER } }
    },
  }

  it.each(Object.entries(CHANGES))('%s', async (_name, change) => {
    const before = await tagOf(order.grant_link)
    const how = await change()
    const after = await visit(order.grant_link, {
      ...how,
      headers: { ...how?.headers, 'if-none-match': before },
    })
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(before)
  })

  it('with who looks, and when their grant is over', async () => {
    const links = [order.link, order.grant_link, order.recipient_link ?? '']
    const tags = await Promise.all(links.map((link) => tagOf(link)))
    expect(new Set(tags).size).toBe(3)
    await shop.api('POST', `/orders/${order.number}/links`)
    expect(tags).not.toContain(await tagOf(order.grant_link))
  })

  it('with the Worker’s version, not with the minute', async () => {
    const before = await tagOf(order.link)
    vi.setSystemTime(NOW + MINUTE)
    expect(await tagOf(order.link)).toBe(before)
    vi.setSystemTime(NOW + 2 * MINUTE)
    expect(await tagOf(order.link, { bindings: { VERSION: { id: 'next' } } })).not.toBe(before)
  })

  it('between orders that are alike', async () => {
    const twin = await shop.place(markedOrder('TWIN'))
    const other = await shop.place(markedOrder('TWIN-2'))
    expect(await tagOf(twin.link)).not.toBe(await tagOf(other.link))
  })
})

describe('how fresh the news is', () => {
  const account = (status: () => Promise<object>) => ({
    ACCOUNT: { getByName: () => ({ status, nudge: async () => false }) },
  })
  const answering = { polled_through: null, unfinished: [], down_since: null }
  const looked = new RegExp(`${en.freshness.looked.split('{')[0]}<time[^>]*datetime="([^"]+)"`)

  /** A parcel that is asked about with an account, and what its page says of the last look. */
  async function watched() {
    const opened = await openStorefront()
    await opened.api('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: { client_id: 'id', client_secret: 'secret' },
    })
    const parcel = await opened.place(markedOrder('FRESH'))
    await tell(opened, parcel, markedReport('in_transit'))
    return async (status: () => Promise<object>) => {
      vi.setSystemTime(Date.now() + SECOND)
      const response = await visit(parcel.link, { bindings: account(status) })
      const html = await response.text()
      return { tag: response.headers.get('etag'), at: looked.exec(html)?.[1], html }
    }
  }

  it('is part of the page and of its tag', async () => {
    const seen = await watched()
    const own = await seen(async () => answering)
    expect(own.at).toBe('2031-05-14T09:00:00Z')
    const through = { ...answering, polled_through: (NOW + HOUR) / SECOND }
    const later = await seen(async () => through)
    expect(Date.parse(later.at ?? '')).toBeGreaterThan(NOW)
    const down = await seen(async () => ({ ...through, down_since: NOW }))
    expect(down.html).toContain(en.freshness.down.split('{carrier}')[1])
    expect(new Set([own.tag, later.tag, down.tag]).size).toBe(3)
  })

  it('is the parcel’s own record while the account’s object does not answer, and no page waits long', async () => {
    const seen = await watched()
    vi.spyOn(globalThis, 'setTimeout').mockImplementation((late, after) => {
      if (after === 500 && typeof late === 'function') queueMicrotask(() => late())
      return 0 as unknown as ReturnType<typeof setTimeout>
    })
    const status = vi.fn(() => new Promise<object>(() => {}))
    expect((await seen(status)).at).toBe('2031-05-14T09:00:00Z')
    expect(status).toHaveBeenCalledOnce()
  })
})

describe('every page', () => {
  const PAGES: Readonly<Record<string, () => Promise<Response>>> = {
    'the order’s page': () => visit(order.link),
    'the buyer’s page': () => visit(order.grant_link),
    'the page in Arabic': () => visit(`${order.grant_link}&lang=ar`),
    'not modified': async () => visit(order.link, asking(await tagOf(order.link))),
    'not found': () => visit(`${shop.origin}/o/nothing`),
    'the look-up': () => visit(`${shop.origin}/lookup`),
    'a failed look-up': () => visit(`${shop.origin}/lookup`, { form: { number: '1', key: '2' } }),
    'a found look-up': () =>
      visit(`${shop.origin}/lookup`, {
        form: { number: order.number, key: 'markedmail@example.com' },
      }),
    'a look-up of nobody': () => visit('http://localhost:8787/lookup/nobody'),
    'too large a form': () =>
      visit(`${shop.origin}/lookup`, { form: { number: 'x'.repeat(20_000) } }),
    'a fresh link': () => visit(`${order.link}/link`, { method: 'POST' }),
    'a host of nobody': () => visit('http://nobody.example/o/x'),
  }

  it.each(Object.entries(PAGES))('is private, unframed and unindexed: %s', async (_name, open) => {
    const { headers, status } = await open()
    expect(status).toBeLessThan(500)
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.has('set-cookie')).toBe(false)
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })

  it.each(Object.entries(PAGES))(
    'runs and wears its own inline texts only: %s',
    async (_name, open) => {
      const response = await open()
      const html = await response.text()
      if (!html.startsWith('<!doctype')) return
      const policy = response.headers.get('content-security-policy') ?? ''
      const inline = [...html.matchAll(/<(style|script)>(.*?)<\/\1>/gs)]
      expect(inline).toHaveLength(3)
      for (const [, tag, text] of inline) {
        const directive = policy.split('; ').find((rule) => rule.startsWith(`${tag}-src `))
        expect(directive).toContain(`'sha256-${await hash(text ?? '')}'`)
      }
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(markupOf(html)).not.toMatch(/<[^>]+\s(?:style|on\w+)=/)
    },
  )

  async function hash(text: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    return btoa(String.fromCharCode(...new Uint8Array(digest)))
  }
})
