import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../../pages/locales/en.ts'
import { MINUTE } from '../../../worker/lib/clock.ts'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { markedOrder, markedReport, marksIn, NOW } from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import { D1_TEXTS, failD1 } from '../../support/workerd-faults.ts'
import type { Storefront, Visit } from '../../support/workerd-serve.ts'
import {
  AWAY,
  DEFAULT_ORIGIN,
  openStorefront,
  orderObjects,
  page,
  tell,
  visit,
} from '../../support/workerd-serve.ts'

let shop: Storefront
let orders = 0
beforeEach(async () => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const AS_OF = en.banner.as_of.split('{')[0] ?? ''
const NO_D1 = { DB: AWAY.database, DB_B: AWAY.database }
const NO_KV = { CONFIG: AWAY.kv }

async function onItsWay(): Promise<Order> {
  orders += 1
  const order = await shop.place(markedOrder(`ORDER-${orders}`))
  await tell(shop, order, markedReport('out_for_delivery'))
  return order
}

/** Forgets all that this isolate knows of shops. */
const cold = () => forgetConfiguration()

/** Where the news on a page comes from. */
async function source(link: string, how: Visit = {}): Promise<'object' | 'record'> {
  const html = await page(link, how)
  expect(html).toContain('Scancity')
  expect(html).toContain(`Brand ${shop.id}`)
  return html.includes(AS_OF) ? 'record' : 'object'
}

describe('an object that does not answer', () => {
  const failing = orderObjects(() => Promise.reject(new Error('Internal error')))

  it('leaves the page to the record, which says how old it is, on either host', async () => {
    const order = await onItsWay()
    const how = { bindings: { ORDER: failing.ORDER } }
    expect(await source(order.link, how)).toBe('record')
    expect(await source(`${DEFAULT_ORIGIN}/o/${order.id}`, how)).toBe('record')
    expect(await page(order.link, how)).toContain('datetime="2031-05-14T09:00:00Z"')
  })

  it('is waited for two seconds, no longer', async () => {
    const order = await onItsWay()
    const hanging = orderObjects(() => new Promise(() => {}))
    const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation((late, after) => {
      if (after === 2000 && typeof late === 'function') queueMicrotask(() => late())
      return 0 as unknown as ReturnType<typeof setTimeout>
    })
    expect(await source(order.link, { bindings: { ORDER: hanging.ORDER } })).toBe('record')
    expect(timers.mock.calls.map(([, after]) => after)).toContain(2000)
  })

  it('shows no order the record does not have', async () => {
    const order = await onItsWay()
    await env.DB.prepare('DELETE FROM orders WHERE id = ?').bind(order.id).run()
    const answer = await visit(order.link, { bindings: { ORDER: failing.ORDER } })
    expect(answer.status).toBe(404)
  })

  it('is asked again by the next visit', async () => {
    const order = await onItsWay()
    expect(await source(order.link, { bindings: { ORDER: failing.ORDER } })).toBe('record')
    expect(await source(order.link)).toBe('object')
  })
})

describe('the record away', () => {
  it('costs no page: configuration comes from KV, the order from its object', async () => {
    const order = await onItsWay()
    cold()
    expect(await source(order.link, { bindings: NO_D1 })).toBe('object')
    expect(marksIn(await page(order.grant_link, { bindings: NO_D1 }))).toContain('article')
  })

  it('with KV away too is bridged by what the isolate knows, however old', async () => {
    const order = await onItsWay()
    await page(order.link)
    vi.setSystemTime(NOW + 30 * MINUTE)
    expect(await source(order.link, { bindings: { ...NO_D1, ...NO_KV } })).toBe('object')
  })

  it('with KV away too, in an isolate that knows nothing, is said in a line of text', async () => {
    const order = await onItsWay()
    cold()
    const answers = await Promise.all([
      visit(order.grant_link, { bindings: { ...NO_D1, ...NO_KV } }),
      visit(`${order.link}/link`, { method: 'POST', bindings: { ...NO_D1, ...NO_KV } }),
      visit(`${shop.origin}/lookup`, { bindings: { ...NO_D1, ...NO_KV } }),
    ])
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(await answer.text()).toContain('Please try again')
    }
  })

  it('while the object is away leaves nothing to show', async () => {
    const order = await onItsWay()
    await page(order.link)
    const { ORDER } = orderObjects(() => Promise.reject(new Error('Internal error')))
    expect((await visit(order.link, { bindings: { ...NO_D1, ORDER } })).status).toBe(503)
  })
})

it('does without KV: configuration comes from the record', async () => {
  const order = await onItsWay()
  cold()
  expect(await source(order.link, { bindings: NO_KV })).toBe('object')
})

describe('an order whose object let itself go', () => {
  async function letGo(order: Order): Promise<void> {
    const stub = env.ORDER.getByName(order.id)
    await runInDurableObject(stub, (_object, state) => state.storage.deleteAll())
    await evictDurableObject(stub)
  }

  it('is rebuilt from the record on its shop’s host and on the default one', async () => {
    const order = await onItsWay()
    for (const origin of [shop.origin, DEFAULT_ORIGIN]) {
      await letGo(order)
      expect(await source(`${origin}/o/${order.id}`)).toBe('object')
    }
    await letGo(order)
    expect(marksIn(await page(order.grant_link))).toContain('article')
  })

  it('is found on the default host whichever shard it lies in', async () => {
    const sharded = await openStorefront({ shard: 'DB_B' })
    const order = await sharded.place(markedOrder('SHARDED'))
    await letGo(order)
    expect(await page(`${DEFAULT_ORIGIN}/o/${order.id}`)).toContain(`Brand ${sharded.id}`)
  })

  it('is not another shop’s to rebuild', async () => {
    const order = await onItsWay()
    const other = await openStorefront()
    await letGo(order)
    expect((await visit(`${other.origin}/o/${order.id}`)).status).toBe(404)
    expect(await source(order.link)).toBe('object')
  })

  it('waits for the record: while that is away there is nothing to show', async () => {
    const order = await onItsWay()
    await letGo(order)
    failD1(D1_TEXTS.lost)
    expect((await visit(order.link)).status).toBe(503)
    vi.restoreAllMocks()
    expect(await source(order.link)).toBe('object')
  })
})
