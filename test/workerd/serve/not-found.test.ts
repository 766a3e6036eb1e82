import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { orderId } from '../../../worker/lib/id.ts'
import { orderBody } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import {
  AWAY,
  DEFAULT_ORIGIN,
  keys,
  openStorefront,
  orderObjects,
  page,
  visit,
} from '../../support/workerd-serve.ts'

let shop: Storefront
let other: Storefront
let known: string
/** Ids under which there is nothing to be had, by what is wrong with them. */
const gone: Record<string, string> = {}

beforeAll(async () => {
  ;[shop, other] = [await openStorefront(), await openStorefront()]
  known = (await shop.place(orderBody('KNOWN'))).id
  gone.unknown = await orderId(keys(), 'none', shop.id, 'NEVER')
  gone.erased = (await shop.place(orderBody('ERASED'))).id
  await shop.api('DELETE', '/orders/ERASED')
  gone.foreign = (await other.place(orderBody('KNOWN'))).id
  gone.guessed = `${known.slice(0, -1)}${known.endsWith('a') ? 'b' : 'a'}`
  gone.other_version = `z${known.slice(1)}`
  gone.short = known.slice(0, 21)
  gone.long = `${known}a`
  gone.odd = "'--%3Cscript%3E"
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** All that an answer says, but for the address that was asked. */
async function answered(origin: string, id: string, query = '') {
  const response = await visit(`${origin}/o/${id}${query}`)
  const body = (await response.text()).replaceAll(id, 'ID').replaceAll(encodeURIComponent(id), 'ID')
  return { status: response.status, headers: Object.fromEntries(response.headers), body }
}

const KINDS = ['erased', 'foreign', 'guessed', 'other_version', 'short', 'long'] as const

describe.each(KINDS)('an id that is %s', (kind) => {
  it.each(['', '?lang=ar', '?g=1-buyer-0-0-AAAAAAAAAAAAAAAAAAAAAA'])(
    'has the very page of an unknown one, header for header%s',
    async (query) => {
      const unknown = await answered(shop.origin, gone.unknown ?? '', query)
      expect(unknown.status).toBe(404)
      expect(await answered(shop.origin, gone[kind] ?? '', query)).toEqual(unknown)
    },
  )
})

it('has one page on the default host too, with nobody’s brand', async () => {
  const unknown = await answered(DEFAULT_ORIGIN, gone.unknown ?? '')
  expect(unknown.status).toBe(404)
  expect(unknown.body).not.toContain(shop.id)
  for (const kind of ['erased', 'guessed', 'short'])
    expect(await answered(DEFAULT_ORIGIN, gone[kind] ?? '')).toEqual(unknown)
})

it('runs nothing of an address that is not an id', async () => {
  const { status, body } = await answered(shop.origin, gone.odd ?? '')
  expect(status).toBe(404)
  expect(body).not.toContain('<script>alert')
  expect(body.match(/<script>/g)).toHaveLength(1)
})

describe('a guessed id', () => {
  const waking = orderObjects(async () => null)

  it.each(['guessed', 'other_version', 'short', 'long', 'odd'])(
    'wakes no object: %s',
    async (kind) => {
      const id = gone[kind] ?? ''
      for (const [method, path] of [
        ['GET', ''],
        ['HEAD', ''],
        ['POST', '/link'],
      ] as const) {
        await visit(`${shop.origin}/o/${id}${path}`, { method, bindings: { ORDER: waking.ORDER } })
      }
      expect(waking.woken).toEqual([])
    },
  )

  it.each(['guessed', 'other_version', 'short', 'long', 'odd'])(
    'asks the record nothing: %s',
    async (kind) => {
      vi.spyOn(console, 'error').mockReturnValue()
      const bindings = { DB: AWAY.database, DB_B: AWAY.database }
      expect((await visit(`${shop.origin}/o/${gone[kind]}`, { bindings })).status).toBe(404)
    },
  )

  it('of ours does', async () => {
    await visit(`${shop.origin}/o/${known}`, { bindings: { ORDER: waking.ORDER } })
    expect(waking.woken).toEqual([known])
  })
})

it('serves an order on its shop’s hosts and the default one, and nowhere else', async () => {
  for (const origin of [shop.origin, DEFAULT_ORIGIN]) {
    expect(await page(`${origin}/o/${known}`)).toContain(`Brand ${shop.id}`)
  }
  expect((await visit(`${other.origin}/o/${known}`)).status).toBe(404)
  const nowhere = await visit(`http://nobody.example/o/${known}`)
  expect([nowhere.status, await nowhere.text()]).toEqual([404, 'There is nothing here\n'])
})
