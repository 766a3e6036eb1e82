/**
 * Twenty times the normal load for a minute, on pages and pipeline together, then nothing: is every
 * scan there once, was every error a typed one, and how long until all is as before?
 */

import { SECOND } from '../../worker/lib/clock.ts'
import { median } from './load.ts'
import type { Stream, Tally } from './loading.ts'
import { ask, newTally, run } from './loading.ts'
import { startServer } from './server.ts'
import type { Shop } from './shop.ts'
import { each, openShop, orderOf, shipmentOf } from './shop.ts'
import { UNIT } from './story.ts'

/**
 * The normal load of a shop of a million orders a month, a second: ten views of each order, each
 * followed by four looks of the open page, 36 polls that bring ten scans, one placing, one shipping.
 */
const PER_SECOND = 1e6 / (30 * 86_400)
const TIMES = 20
const SECONDS = 60
const VISITS = 10 * PER_SECOND * TIMES
const LOOKS = 4
const LOOK_EVERY = 300
const ORDERS = PER_SECOND * TIMES
/** Each parcel is polled every six seconds: so many make the polls of twenty such shops */
const PARCELS = Math.round(36 * PER_SECOND * TIMES * 6)

const TICK_EVERY = 500
const LANES = 8
const PROBES = 20
/** Slower than this many times what it was before is not recovered */
const SLOWER = 2
const PAUSE = 100
/** The wheel goes on turning, a message a unit, and the queue lets one wait for a second */
const ON_THE_WAY = 2 * (SECOND / UNIT)
/** Not back to normal by then: never. The longest cadence of the fast wheel is 48 seconds */
const DEADLINE = 240_000

interface Running {
  readonly url: string
  readonly shop: Shop
  readonly links: string[]
  orders: number
}

export async function overload() {
  const server = await startServer('test/bench/load-worker.ts')
  const running = await seed(server.url)
  const wheel = setInterval(() => void post(server.url, '/tick').catch(report), TICK_EVERY)
  await post(
    server.url,
    '/move',
    Array.from({ length: PARCELS }, (_, index) => numberOf(index)),
  )
  await settled(running, Number.POSITIVE_INFINITY)
  const before = await probe(running)
  console.error(`${PARCELS} parcels; a page takes ${before.toFixed(1)} ms`)
  const tally = newTally()
  await run(streams(running, tally), SECONDS, tally)
  await post(server.url, '/stop')
  const ended = performance.now()
  report({ ...tally, milliseconds: spread(tally.milliseconds) })
  await settled(running, before * SLOWER)
  const recovered = (performance.now() - ended) / 1000
  const { lost, doubled } = await audited(running)
  clearInterval(wheel)
  await server.stop()
  return {
    requests: tally.requests,
    errors: tally.errors,
    lost,
    doubled,
    recovered_s: Math.round(recovered * 10) / 10,
  }
}

const numberOf = (index: number): string => `1ZLOAD${String(index).padStart(10, '0')}`
const report = (what: unknown): void => console.error(what instanceof Error ? what.message : what)

async function seed(url: string): Promise<Running> {
  const shop = await openShop(url, 'bench')
  const running: Running = { url, shop, links: [], orders: PARCELS }
  const indices = Array.from({ length: PARCELS }, (_, index) => index)
  await each(indices, LANES, async (index) => {
    const order = { ...orderOf(numberOf(index)), shipments: [shipmentOf(numberOf(index))] }
    const { link } = await shop.client.shop<{ link: string }>(shop.key, 'POST', '/orders', order)
    running.links.push(url + new URL(link).pathname)
  })
  return running
}

const streams = (running: Running, tally: Tally): Stream[] => [
  { perSecond: VISITS, start: () => visit(running, tally) },
  { perSecond: ORDERS, start: () => order(running, tally) },
]

/** A shopper opens the page and leaves it open for a while: it asks for itself again by its ETag. */
async function visit({ links }: Running, tally: Tally): Promise<void> {
  const link = links[Math.floor(Math.random() * links.length)] ?? ''
  let answer = await ask(tally, link)
  for (let look = 0; look < LOOKS; look += 1) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY))
    const etag = answer?.headers.get('etag')
    answer = (await ask(tally, link, etag ? { headers: { 'if-none-match': etag } } : {})) ?? answer
  }
}

/** What was refused with a typed error would come again; here it is no order. */
async function order(running: Running, tally: Tally): Promise<void> {
  const number = numberOf(PARCELS + tally.requests)
  const post = (path: string, body: unknown) =>
    ask(tally, `${running.url}/v1/orders${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${running.shop.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  if (!(await post('', orderOf(number)))) return
  running.orders += 1
  await post(`/${number}/shipments`, shipmentOf(number))
}

/** Waits until the queue has no backlog, the wheel on time and a page as fast as said. */
async function settled(running: Running, limit: number): Promise<void> {
  const deadline = performance.now() + DEADLINE
  for (;;) {
    const { messages, wheel } = await get<Backlog>(running.url, '/backlog')
    const isDone = messages <= ON_THE_WAY && wheel !== null && wheel <= 2 * (TICK_EVERY / UNIT)
    if (isDone && (await probe(running)) <= limit) return
    if (performance.now() > deadline) throw new Error(`not settled: ${messages} messages, ${wheel}`)
    await new Promise((done) => setTimeout(done, PAUSE))
  }
}

interface Backlog {
  readonly messages: number
  readonly wheel: number | null
}

/** Milliseconds a page takes. */
async function probe({ links }: Running): Promise<number> {
  const tally = newTally()
  for (const link of links.slice(0, PROBES)) await ask(tally, link)
  return median(tally.milliseconds)
}

/** The last scans come with the next poll: asked again until nothing is missing, one cadence at most. */
async function audited(running: Running) {
  const deadline = performance.now() + DEADLINE
  for (;;) {
    const { orders, lost, doubled } = await auditAll(running.url)
    const missing = lost + Math.max(0, running.orders - orders)
    if (missing === 0 || performance.now() > deadline) return { lost: missing, doubled }
    await new Promise((done) => setTimeout(done, 10 * PAUSE))
  }
}

interface Audit {
  readonly after: string | null
  readonly orders: number
  readonly lost: number
  readonly doubled: number
}

async function auditAll(url: string) {
  const sum = { orders: 0, lost: 0, doubled: 0 }
  for (let after: string | null = ''; after !== null; ) {
    const page: Audit = await get(url, `/audit?after=${after}`)
    sum.orders += page.orders
    sum.lost += page.lost
    sum.doubled += page.doubled
    after = page.after
  }
  return sum
}

function spread(milliseconds: readonly number[]) {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  return { p50: at(0.5), p99: at(0.99), max: at(0.99999) }
}

async function get<Answer>(url: string, path: string): Promise<Answer> {
  const answer = await fetch(`${url}/bench${path}`)
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function post(url: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${url}/bench${path}`, {
    method: 'POST',
    body: body === undefined ? null : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  await answer.body?.cancel()
}
