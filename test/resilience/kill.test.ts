/**
 * The runtime is killed three times while a thousand stories are told. What the local runtime keeps
 * in memory is lost with it: queues, leases, tokens, budgets. What must hold afterwards: every object
 * and its row agree, every scan is there once, nothing is stuck.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client, until } from '../demo/client.ts'
import { freePort } from '../support/free-port.ts'
import type { Chance } from '../support/random.ts'
import { anySeed, chance } from '../support/random.ts'
import { TEST_SECRETS } from '../support/secrets.ts'
import type { WorkerProcess } from '../support/worker-process.ts'
import { migrate, originOf, startWorker } from '../support/worker-process.ts'

const ORDERS = 1000
const KILLS = 3
const WHEEL_UNIT = 2000
const STEP = 6
/** Placed while the runtime is killed; all others are there before */
const LATE = 100
/** Twins, swaps and outages are told too: they leave no scan of their own */
const STORIES = ['IATTOD', 'IAT!TOD', 'IATT<OD', 'IAT?OD', 'ATOFOD', 'IATOP'] as const
/** API calls of one key are limited; a big shop has several */
const KEYS = 10
const AT_ONCE = 8
/** A tick that was killed holds its lease for this long, then its minutes are caught up */
const LEASE = 30_000
const STARTS_WITHIN = 60_000

interface Shown {
  readonly number: string
  readonly version: number
  readonly state: string
  readonly shipments: readonly { readonly scans: readonly { readonly code: string }[] }[]
}
interface Listed {
  readonly orders: readonly Pick<Shown, 'number' | 'version' | 'state'>[]
  readonly next: string | null
}
interface Told {
  readonly number: string
  readonly story: string
  readonly key: string
}

const seed = Number(process.env.SEED ?? anySeed())
const random: Chance = chance(seed)
const running: { worker: WorkerProcess | null; wheel: boolean } = { worker: null, wheel: true }
let state = ''
let port = 0
let client: Client

beforeAll(async () => {
  const folder = path.resolve(import.meta.dirname, '../../.wrangler')
  mkdirSync(folder, { recursive: true })
  state = mkdtempSync(path.join(folder, 'kill-'))
  port = await freePort()
  client = new Client(originOf(port), TEST_SECRETS.OPERATOR_KEY)
  migrate(state)
  await start()
}, STARTS_WITHIN)

afterAll(async () => {
  running.wheel = false
  await running.worker?.kill()
  rmSync(state, { recursive: true, force: true })
})

async function start(): Promise<void> {
  const worker = startWorker({ port, state, wheelUnit: WHEEL_UNIT })
  running.worker = worker
  await until('the Worker answers', STARTS_WITHIN, () => client.answers()).catch((error) => {
    throw new Error(`${error.message}:\n${worker.said()}`)
  })
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** The local runtime has no cron of its own; a cron does not care who was killed. */
async function turnWheel(): Promise<void> {
  while (running.wheel) {
    await Promise.all([client.tick().catch(() => undefined), pause(WHEEL_UNIT)])
  }
}

async function killAtRandom(): Promise<void> {
  for (let kills = 0; kills < KILLS; kills += 1) {
    await pause(random.between(1500, 5000))
    await running.worker?.kill()
    await start()
  }
}

/** Does something for each, some at once. */
async function forEach<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
  const left = [...items].reverse()
  const work = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** A shop says an order again until it was taken: the same words each time. */
async function place({ number, story, key }: Told): Promise<void> {
  const tracking_number = `SBX-${story}-${STEP}-${number}`
  const order = {
    number,
    currency: 'EUR',
    totals: { total: '10.00' },
    buyer: {},
    delivery: {},
    shipments: [{ carrier: 'sandbox', tracking_number, shipped_at: new Date().toISOString() }],
  }
  await until(`${number} is taken`, STARTS_WITHIN, () =>
    client.shop(key, 'POST', '/orders', order).then(
      () => true,
      () => false,
    ),
  )
}

async function openShop(): Promise<string[]> {
  await client.operator('PUT', '/merchants/shop', { name: 'Shop' })
  const keys: string[] = []
  for (let made = 0; made <= KEYS; made += 1) {
    const { api_key } = await client.operator<{ api_key: string }>('POST', '/merchants/shop/keys', {
      name: `key ${made}`,
    })
    keys.push(api_key)
  }
  return keys
}

async function record(key: string): Promise<Map<string, string>> {
  const rows = new Map<string, string>()
  for (let cursor = ''; ; ) {
    const page = await client.shop<Listed>(key, 'GET', `/orders?limit=100${cursor}`)
    for (const { number, version, state: at } of page.orders) rows.set(number, `${version} ${at}`)
    if (page.next === null) return rows
    cursor = `&cursor=${page.next}`
  }
}

const lettersOf = (story: string): string => story.replaceAll(/[^A-Z]/g, '')

/** What is wrong with an order, or null. */
async function wrong(told: Told, rows: ReadonlyMap<string, string>): Promise<string | null> {
  const order = await client.shop<Shown>(told.key, 'GET', `/orders/${told.number}`)
  const scans = order.shipments[0]?.scans.map(({ code }) => code).join('') ?? ''
  const row = rows.get(told.number)
  if (scans === lettersOf(told.story) && row === `${order.version} ${order.state}`) return null
  return `${told.number} ${told.story}: scans ${scans}, object ${order.version} ${order.state}, row ${row}`
}

async function whatIsWrong(orders: readonly Told[], key: string): Promise<string[]> {
  const rows = await record(key)
  const found: string[] = []
  await forEach(orders, async (told) => {
    const error = await wrong(told, rows)
    if (error) found.push(error)
  })
  return found
}

test(`a thousand orders outlive three kills (SEED=${seed})`, { timeout: 300_000 }, async () => {
  // A key has its rate: who counts in the end is not held up by those who asked all the while.
  const [counting = '', ...keys] = await openShop()
  const orders = Array.from({ length: ORDERS }, (_, index) => ({
    number: `K${index}`,
    story: random.pick(STORIES),
    key: keys[index % KEYS] ?? '',
  }))
  await forEach(orders.slice(LATE), place)
  const wheel = turnWheel()
  await Promise.all([forEach(orders.slice(0, LATE), place), killAtRandom()])
  const longest = Math.max(...STORIES.map((story) => story.length)) * STEP * 1000
  const key = keys[0] ?? ''
  let left: string[] = ['not looked yet']
  let unsettled: readonly Told[] = orders
  const look = async () => {
    left = await whatIsWrong(unsettled.slice(0, 50), key)
    if (left.length > 0) return false
    left = await whatIsWrong(unsettled, key)
    unsettled = unsettled.filter(({ number }) => left.some((line) => line.startsWith(`${number} `)))
    return left.length === 0
  }
  // A call that a busy machine answers too late says nothing of the orders: it is made again.
  const settled = until('every order is told to its end', longest + LEASE + 90_000, () =>
    look().catch(() => false),
  )
  await settled.catch(() => expect(left, 'orders that are not as they should be').toEqual([]))
  expect((await record(counting)).size).toBe(ORDERS)
  expect(await (await fetch(`${client.origin}/healthz`)).json()).toMatchObject({
    status: 'ok',
    dead_letters: 0,
  })
  running.wheel = false
  await wheel
})
