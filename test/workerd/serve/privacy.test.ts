import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import { MILESTONES } from '../../../schema/vocabulary.ts'
import { findCarrier } from '../../../worker/carriers/registry.ts'
import {
  AT_MILESTONE,
  BUYERS,
  GRANTED,
  markedGift,
  markedOrder,
  markedReport,
  marksIn,
  NOBODYS,
  NOW,
} from '../../support/marked.ts'
import { textOf } from '../../support/markup.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront, page, tell, visit } from '../../support/workerd-serve.ts'

let shop: Storefront
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const EVERY: readonly (readonly [Milestone, Reason | null])[] = [
  ...MILESTONES.map((milestone) => [milestone, null] as const),
  ['in_transit', 'address_incomplete'],
  ['in_transit', 'customs_duties'],
  ['in_transit', 'damaged'],
  ['attempt_failed', 'recipient_absent'],
  ['attempt_failed', 'payment_due'],
  ['out_for_delivery', 'id_required'],
  ['ready_for_pickup', 'rescheduled'],
  ['returning_to_sender', 'refused'],
  ['ended', 'seized'],
]

/** What a milestone adds to what every grant shows. */
const SHOWN_AT: Readonly<Partial<Record<Milestone, readonly (keyof typeof AT_MILESTONE)[]>>> = {
  ready_for_pickup: ['pickup_name', 'pickup_address', 'pickup_hours', 'pickup_code'],
  delivered: ['signed_by', 'photo'],
}

const NAMED = EVERY.map(([milestone, reason]) => ({
  milestone,
  reason,
  trouble: reason ?? 'no trouble',
}))

describe.each(NAMED)('a parcel that is $milestone, with $trouble', ({ milestone, reason }) => {
  const number = `S-${milestone}-${reason}`

  it('shows a bare link progress alone, in every language', async () => {
    const order = await shop.place(markedOrder(number))
    await tell(shop, order, markedReport(milestone, reason))
    for (const lang of ['en', 'ar']) {
      const html = await page(`${order.link}?lang=${lang}`)
      expect(marksIn(html)).toEqual([])
      expect(html).toContain('Scancity')
      expect(html).toContain('9876')
    }
  })

  it('shows the buyer what is theirs, and nobody what is nobody’s', async () => {
    const { grant_link } = await shop.place(markedOrder(number))
    const html = await page(grant_link)
    const expected = { ...GRANTED, ...BUYERS }
    expect(marksIn(html, expected)).toEqual(Object.keys(expected))
    expect(marksIn(html, AT_MILESTONE)).toEqual(
      expect.arrayContaining([...(SHOWN_AT[milestone] ?? [])]),
    )
    expect(marksIn(html, NOBODYS)).toEqual([])
  })
})

describe('a gift', () => {
  it.each(['in_transit', 'ready_for_pickup', 'delivered'] as const)(
    'shows its recipient no price and nothing of the giver: %s',
    async (milestone) => {
      const order = await shop.place(markedGift(`G-${milestone}`))
      await tell(
        shop,
        order,
        markedReport(milestone, milestone === 'in_transit' ? 'payment_due' : null),
      )
      const html = await page(order.recipient_link ?? '')
      const { payment_due, payment_url } = AT_MILESTONE
      const hidden = { ...NOBODYS, ...BUYERS, payment_due, payment_url, giver: 'Markedbuyer' }
      expect(marksIn(html, hidden)).toEqual([])
      expect(marksIn(html, GRANTED)).toEqual(Object.keys(GRANTED))
    },
  )

  it('hides what it is, unless the giver allows it', async () => {
    const order = await shop.place(
      markedOrder('G-hidden', { gift: { message: NOBODYS.gift_message } }),
    )
    const html = await page(order.recipient_link ?? '')
    expect(marksIn(html, GRANTED)).not.toEqual(expect.arrayContaining(['article']))
    expect(marksIn(await page(order.grant_link), GRANTED)).toContain('article')
  })
})

it('says the brand and nothing of the order to those who preview links', async () => {
  const order = await shop.place(markedOrder('OG'))
  await tell(shop, order, markedReport('out_for_delivery'))
  const html = await page(order.grant_link)
  const previews = [...html.matchAll(/<meta property="og:[^>]*content="([^"]*)"/g)].map(
    ([, text]) => text,
  )
  expect(new Set(previews)).toEqual(new Set(['website', `Brand ${shop.id}`]))
  expect(html).toContain('<meta name="robots" content="noindex"')
})

describe('recorded answers of UPS', () => {
  const payloads = Object.entries(inject('payloads')?.ups ?? {}).filter(([, { kind }]) =>
    /json|webhook|track/i.test(kind),
  )
  const PERSONAL =
    /receivedBy|attentionName|signature|image|addressLine|postalCode|proof|phone|name/i

  /** Texts under names that hold people's data. */
  function personal(value: unknown, isPersonal = false): string[] {
    if (typeof value === 'string') return isPersonal && value.length > 4 ? [value.slice(0, 60)] : []
    if (value === null || typeof value !== 'object') return []
    return Object.entries(value).flatMap(([key, inner]) =>
      personal(inner, isPersonal ? !/^\d+$/.test(key) || isPersonal : PERSONAL.test(key)),
    )
  }

  it('hold people’s names to be hidden', () => {
    const all = payloads.flatMap(([, { response }]) => personal(parsed(response)))
    if (payloads.length > 0) expect(all.length).toBeGreaterThan(5)
  })

  it.each(payloads.map(([name]) => name))(
    'show a bare link no name, street or image: %s',
    async (name) => {
      const payload = inject('payloads')?.ups[name]
      const reports = payload ? reportsOf(payload) : []
      for (const [index, report] of reports.entries()) {
        const order = await shop.place(
          markedOrder(`UPS-${name}-${index}`, {
            placed_at: '2015-01-01T00:00:00Z',
            shipments: [{ carrier: 'ups', tracking_number: report.tracking_number }],
          }),
        )
        await tell(shop, order, report)
        const html = await page(order.link)
        const text = textOf(html)
        const cities = report.scans.map(({ city }) => city?.toLowerCase())
        const leaked = personal(parsed(payload?.response ?? ''))
          .filter((secret) => !cities.includes(secret.toLowerCase()))
          .filter((secret) => text.includes(secret))
        expect(leaked).toEqual([])
        expect(text).not.toContain(report.tracking_number)
        expect(marksIn(html)).toEqual([])
      }
    },
  )

  function reportsOf({ response, content_type }: { response: string; content_type: string }) {
    try {
      return findCarrier('ups')?.read({ contentType: content_type, body: response }).reports ?? []
    } catch {
      return []
    }
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      return null
    }
  }
})

it('keeps names, addresses and queries out of the logs, whatever fails', async () => {
  const lines: unknown[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation(
      (...args) => void lines.push(args.map(String).join(' ')),
    )
  }
  const order = await shop.place(markedOrder('LOGS'))
  const secret = 'queryMarked'
  const throwing = { get: () => Promise.reject(new Error(`KV GET failed: ?g=${secret}`)) }
  const failing = {
    getByName: () => ({ view: () => Promise.reject(new Error(`no ?g=${secret}`)) }),
  }
  const form = { number: 'LOGS', key: NOBODYS.email }
  await visit(`${order.grant_link}&x=${secret}`)
  await visit(`${order.grant_link}&x=${secret}`, { bindings: { ORDER: failing } })
  await visit(`${order.grant_link}&x=${secret}`, { bindings: { ORDER: failing, DB: throwing } })
  await visit(`${shop.origin}/lookup?x=${secret}`, { form })
  await visit(`${shop.origin}/lookup?x=${secret}`, { form, bindings: { LOOKUP_LIMIT: {} } })
  await visit(`${order.link}/link?x=${secret}`, { method: 'POST', bindings: { ORDER: failing } })
  expect(lines.length).toBeGreaterThan(2)
  const all = lines.join('\n')
  expect(marksIn(all, { secret, grant: new URL(order.grant_link).search })).toEqual([])
  expect(marksIn(all)).toEqual([])
})
