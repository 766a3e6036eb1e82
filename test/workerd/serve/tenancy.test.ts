import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { MINUTE } from '../../../worker/lib/clock.ts'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { markedReport, NOW } from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import {
  DEFAULT_ORIGIN,
  openStorefront,
  orderObjects,
  tell,
  visit,
} from '../../support/workerd-serve.ts'

/** Two shops that differ in nothing but names, with the same order number. */
interface Tenant {
  readonly shop: Storefront
  readonly order: Order
  readonly brand: string
  /** What of its order only a grant shows */
  readonly details: readonly string[]
}

const tenants: Tenant[] = []
const NUMBER = 'SAME-1'
const email = (name: string) => `${name}@people.example`.toLowerCase()

async function open(name: string, shard: string): Promise<Tenant> {
  const brand = `Brand${name}`
  const shop = await openStorefront({ shard }, { name: brand })
  const order = await shop.place({
    number: NUMBER,
    currency: 'EUR',
    totals: { total: '10.00' },
    buyer: {
      name: `Buyer${name}`,
      contacts: [{ channel: 'email', address: email(name), consent: true }],
    },
    delivery: { address: { lines: ['Street 1'], city: `City${name}`, country: 'DE' } },
    lines: [{ id: 'l1', title: { en: `Article${name}` }, quantity: 1 }],
    shipments: [{ carrier: 'ups', tracking_number: '1ZTHESAMENUMBER1' }],
  })
  await tell(shop, order, markedReport('in_transit'))
  return { shop, order, brand, details: [`Buyer${name}`, `City${name}`, `Article${name}`] }
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  tenants.push(await open('Alpha', 'DB'), await open('Omega', 'DB_B'))
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => {
  vi.useRealTimers()
})

const [A, B] = [0, 1]
function tenant(index: number): Tenant {
  const found = tenants[index]
  if (!found) throw new Error(`no tenant ${index}`)
  return found
}

interface Asked {
  /** Whose order */
  readonly of: number
  /** On whose host; null: the default one */
  readonly on: number | null
  readonly granted: boolean
  readonly lang: 'en' | 'ar'
  readonly fails: boolean
}

const asked: fc.Arbitrary<Asked> = fc.record({
  of: fc.constantFrom(A, B),
  on: fc.constantFrom(A, B, null),
  granted: fc.boolean(),
  lang: fc.constantFrom('en', 'ar'),
  fails: fc.constantFrom(false, false, false, true),
})

const failing = orderObjects(() => Promise.reject(new Error('Internal error')))

async function answer({ of, on, granted, lang, fails }: Asked) {
  const { order } = tenant(of)
  const origin = on === null ? DEFAULT_ORIGIN : tenant(on).shop.origin
  const url = new URL(`${origin}/o/${order.id}`)
  if (granted) url.searchParams.set('g', new URL(order.grant_link).searchParams.get('g') ?? '')
  url.searchParams.set('lang', lang)
  const how = fails ? { bindings: { ORDER: failing.ORDER } } : {}
  const response = await visit(url.href, how)
  return { status: response.status, html: await response.text() }
}

function expectOwnOnly(
  { of, on, granted, lang, fails }: Asked,
  { status, html }: Awaited<ReturnType<typeof answer>>,
) {
  const isTheirs = on === null || on === of
  expect(status).toBe(isTheirs ? 200 : 404)
  expect(html).toContain(`<html lang="${lang}"`)
  const host = on === null ? of : on
  for (const index of [A, B]) {
    const { brand, details, shop } = tenant(index)
    expect(html.includes(brand)).toBe(index === host)
    expect(html.includes(shop.id)).toBe(on === null && index === of)
    const shown = isTheirs && index === of && granted && !fails
    expect(details.map((detail) => html.includes(detail))).toEqual(details.map(() => shown))
  }
}

describe('two shops with the same order numbers', () => {
  it('have orders of their own', () => {
    expect(tenant(A).order.id).not.toBe(tenant(B).order.id)
    expect(tenant(A).order.number).toBe(tenant(B).order.number)
  })

  it('never see each other’s order, brand or address, however visits are mixed', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 12 }), async (visits) => {
        for (const one of visits) expectOwnOnly(one, await answer(one))
      }),
      { numRuns: 25 },
    )
  })

  it('never do so when asked at once', async () => {
    vi.spyOn(console, 'warn').mockReturnValue()
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 8 }), async (visits) => {
        const answers = await Promise.all(visits.map(answer))
        for (const [index, one] of visits.entries()) {
          const given = answers[index]
          if (given) expectOwnOnly(one, given)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('never do so though an object answered without asking whose it is', async () => {
    const { order } = tenant(B)
    const theirs = await env.ORDER.getByName(order.id).view(null)
    const { ORDER } = orderObjects(async () => theirs)
    const url = `${tenant(A).shop.origin}/o/${order.id}`
    expect((await visit(url, { bindings: { ORDER } })).status).toBe(404)
  })

  it('never do so while configuration is forgotten, grows old, or a brand changes', async () => {
    const everything: Asked[] = [A, B].flatMap((of) =>
      [A, B, null].map((on) => ({ of, on, granted: true, lang: 'en' as const, fails: false })),
    )
    for (const step of [
      () => forgetConfiguration(),
      () => vi.setSystemTime(NOW + 2 * MINUTE),
      () =>
        tenant(B).shop.api('PUT', '/brand', {
          name: tenant(B).brand,
          colours: { accent: '#a01060' },
        }),
    ]) {
      await step()
      for (const one of everything) expectOwnOnly(one, await answer(one))
    }
  })
})

describe('a look-up', () => {
  const find = (on: number, key: string) =>
    visit(`${tenant(on).shop.origin}/lookup`, {
      form: { number: NUMBER, key },
      headers: { 'cf-connecting-ip': `198.51.100.${on}` },
    })

  it('finds the order of the shop it is asked at', async () => {
    const [alpha, omega] = [await find(A, email('Alpha')), await find(B, email('Omega'))]
    expect(alpha.headers.get('location')).toContain(tenant(A).order.id)
    expect(omega.headers.get('location')).toContain(tenant(B).order.id)
  })

  it('does not find the other’s', async () => {
    for (const response of [await find(A, email('Omega')), await find(B, email('Alpha'))]) {
      expect([response.status, response.headers.has('location')]).toEqual([404, false])
    }
  })

  it('on a shop’s host is that shop’s, whoever the path names', async () => {
    const html = await (await visit(`${tenant(A).shop.origin}/lookup/${tenant(B).shop.id}`)).text()
    expect([html.includes('BrandAlpha'), html.includes('BrandOmega')]).toEqual([true, false])
  })
})
