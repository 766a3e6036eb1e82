/** An erased person: nothing that was on its way brings anything back, and nothing anywhere tells of them. */
import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withOrder } from '../../../worker/order/stub.ts'
import { store } from '../../../worker/store/index.ts'
import type { Order } from '../../support/workerd-api.ts'
import { operator } from '../../support/workerd-api.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { keys, openStorefront, referenceOf } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-06-20T10:00:00Z')
const logged: string[] = []

beforeEach(() => {
  logged.length = 0
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line) => void logged.push(String(line)))
  }
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Words that nobody but this person's order has. */
const person = (tag: string) =>
  ({
    name: `${tag} Sentinel`,
    email: `${tag}@sentinel.example`,
    street: `${tag}strasse 99`,
    note: `Leave it with ${tag}`,
    parcel: `1Z${tag.toUpperCase()}0001`,
    number: `${tag}-1`,
  }) as const
type Person = ReturnType<typeof person>

const orderFor = (who: Person) => ({
  ...orderOf(who.number),
  buyer: { name: who.name, contacts: [{ channel: 'email', address: who.email, consent: true }] },
  delivery: { address: { lines: [who.street], city: 'Berlin', country: 'DE' } },
  notes: [{ text: who.note, public: true }],
  shipments: [{ carrier: 'ups', tracking_number: who.parcel }],
})

const CREDENTIALS = { client_id: 'id', client_secret: 'secret', webhook_credential: 'push-secret' }

/** A UPS call about the parcel: who signed is the carrier's word on a person. */
const pushBody = (who: Person) =>
  JSON.stringify({
    trackingNumber: who.parcel,
    localActivityDate: '20310620',
    localActivityTime: '091519',
    activityLocation: { city: 'Berlin', country: 'DE' },
    activityStatus: { type: 'I', code: 'OT', description: `Out for Delivery to ${who.name}` },
  })

interface Known {
  readonly who: Person
  readonly mails: readonly unknown[]
  readonly shop: Storefront
  readonly platform: Platform
  readonly order: Order
}

async function known(tag: string): Promise<Known> {
  const who = person(tag)
  const mails: unknown[] = []
  const shop = await openStorefront()
  const platform = new Platform({ EMAIL: { send: async (mail: unknown) => mails.push(mail) } })
  const { body: account } = await shop.api<{ id: string }>('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: CREDENTIALS,
  })
  const order = await shop.place(orderFor(who))
  const pushed = await platform.fetch(`http://localhost:8787/hooks/ups/${account.id}`, {
    method: 'POST',
    headers: { credential: 'push-secret', 'content-type': 'application/json' },
    body: pushBody(who),
  })
  expect(pushed.status).toBe(200)
  return { who, mails, shop, platform, order }
}

const poll = ({ who, shop, order }: Known) => ({
  v: 1,
  kind: 'poll',
  merchant: shop.id,
  shard: shop.shard,
  carrier: 'ups',
  account: null,
  minute: null,
  parts: 1,
  part: 0,
  parcels: [
    {
      number: who.parcel,
      since: NOW,
      targets: [{ order: order.id, shipment: order.shipments[0]?.id, leg: 0, digest: '' }],
    },
  ],
})

/** A projection that was made before the erasure and is written after it. */
async function lateProjection({ shop, order }: Known): Promise<() => Promise<void>> {
  const reference = referenceOf(shop, order)
  const answer = await withOrder(env, keys(), order.id, (stub) => stub.reproject(reference))
  const { projection } = answer
  return () => store.for(env, { id: shop.id, shard: shop.shard }).write([projection])
}

/** Everything of every table of both databases, as text. */
async function record(): Promise<string> {
  const texts = [env.DB, env.DB_B].map(async (database) => {
    const { results: tables } = await database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_*'")
      .all<{ name: string }>()
    const rows = tables.map(({ name }) => database.prepare(`SELECT * FROM "${name}"`).all())
    return JSON.stringify((await Promise.all(rows)).map(({ results }) => results))
  })
  return (await Promise.all(texts)).join('')
}

/** Everything that any object keeps, as text. */
async function objects(): Promise<string> {
  const kept: unknown[] = []
  const read = (_object: DurableObject, { storage }: DurableObjectState) =>
    kept.push([...storage.kv.list()])
  for (const id of await listDurableObjectIds(env.ORDER))
    await runInDurableObject(env.ORDER.get(id), read)
  for (const id of await listDurableObjectIds(env.ACCOUNT))
    await runInDurableObject(env.ACCOUNT.get(id), read)
  return JSON.stringify(kept)
}

async function published(): Promise<string> {
  const { keys: names } = await env.CONFIG.list()
  const values = await Promise.all(names.map(({ name }) => env.CONFIG.get(name)))
  return JSON.stringify([names, values])
}

/** What a text tells of a person. */
const told = (who: Person, text: string) => Object.values(who).filter((it) => text.includes(it))

test('the search itself finds people where there are some', async () => {
  const { who, platform } = await known('Zarqa')
  await platform.deliverDue()
  expect(told(who, await record())).toEqual(Object.values(who))
  expect(told(who, await objects())).toEqual(Object.values(who))
  expect(told(who, JSON.stringify(platform.sent))).toEqual([who.name, who.parcel])
})

test('nothing on its way brings anything back, and nothing tells of the person', async () => {
  const one = await known('Quilla')
  const { who, shop, platform, order, mails } = one
  // What is under way: a push, a poll, a wish for a fresh link, a projection, and a dead letter.
  platform.put('polls', poll(one))
  const asked = await platform.fetch(`${order.link}/link`, { method: 'POST' })
  expect(asked.status).toBe(200)
  platform.put('polls-dead', poll(one))
  await platform.deliverDue((due) => due.filter(({ queue }) => queue === 'polls-dead'))
  const [push, inFlight, wish] = platform.sent.map(({ queue, body }) => [queue, body] as const)
  const late = await lateProjection(one)
  expect(told(who, await record())).toContain(who.parcel)

  expect((await shop.api('DELETE', `/orders/${who.number}`)).status).toBe(204)

  await late()
  for (const message of [push, inFlight, wish]) if (message) platform.put(...message)
  await platform.drain()
  await replayAll(shop.id, platform)
  await platform.drain()
  for (let minute = 0; minute < 3; minute += 1) {
    vi.setSystemTime(Date.now() + 1000)
    await platform.tick()
    await platform.drain()
  }

  expect(await rowsOf(order.id)).toMatchObject({ orders: [], shipments: [], tombstones: [{}] })
  expect(told(who, await record())).toEqual([])
  expect(told(who, await objects())).toEqual([])
  expect(told(who, await published())).toEqual([])
  expect(told(who, logged.join('\n'))).toEqual([])
  expect(platform.waiting).toEqual([])
  expect(mails).toEqual([])
  const page = await platform.fetch(order.grant_link)
  expect([page.status, told(who, await page.text())]).toEqual([404, []])
})

/** As the operator would, whose replays go to the test's own queues. */
async function replayAll(merchant: string, platform: Platform): Promise<void> {
  const { body } = await operator<{ dead_letters: { id: string; merchant: string }[] }>(
    'GET',
    '/dead-letters',
  )
  for (const letter of body.dead_letters.filter((it) => it.merchant === merchant)) {
    const response = await platform.fetch(
      `http://localhost:8787/operator/dead-letters/${letter.id}/replay`,
      { method: 'POST', headers: { authorization: `Bearer ${env.OPERATOR_KEY}` } },
    )
    await response.body?.cancel()
  }
}

test('a letter that dies after the erasure is dropped when the erasure is done again', async () => {
  const one = await known('Tamsin')
  const { who, shop, platform, order } = one
  await shop.api('DELETE', `/orders/${who.number}`)
  platform.put('polls-dead', poll(one))
  await platform.drain()
  expect(await record()).toContain(order.id)
  await withOrder(env, keys(), order.id, (stub) => stub.reproject(referenceOf(shop, order)))
  const { results } = await env.DB.prepare('SELECT message FROM dead_letters').all()
  expect(told(who, JSON.stringify(results))).toEqual([])
})
