/**
 * From poll to D1: whole lives of many parcels through the real tick, queue, consumer, objects and
 * record, with the clock jumping from one poll to the next. What each life would be billed is counted
 * on the way.
 */
import { MINUTE } from '../../worker/lib/clock.ts'
import { turn } from '../../worker/order/wheel.ts'
import type { Life } from './bill.ts'
import { billOf, viewsBill } from './bill.ts'
import { cpuSeconds } from './cpu.ts'
import type { Counts } from './meter/counts.ts'
import { since, sumOf } from './meter/counts.ts'
import { costsOf, rounded, total } from './prices.ts'
import { startServer } from './server.ts'
import type { Shop } from './shop.ts'
import { each, openShop, orderOf, shipmentOf } from './shop.ts'
import { LIFE, POLLS, SCANS, SHIPPED } from './story.ts'

/** Messages of fifty in batches of five: no message waits for company */
const PARCELS = 1000
const LANES = 8
const FIRST_SLOT = 480
const LONGEST_ROUND = 60_000

export async function pipeline() {
  const server = await startServer('test/bench/pipeline-worker.ts')
  const run = new Run(server.url)
  const figures = await run.live().finally(() => server.stop())
  report(figures)
  const { rows, requests, operations } = figures.life
  return {
    scans_per_s: Math.round(figures.scansPerSecond),
    rows_per_parcel: rounded(rows.objects + rows.record),
    object_requests_per_parcel: rounded(requests.objects),
    queue_ops_per_parcel: rounded(operations),
    usd_per_million_parcels: rounded(total(costsOf(billOf(figures.life)))),
  }
}

interface Stage {
  readonly name: string
  readonly counts: Counts
}

interface Figures {
  readonly life: Life
  readonly scansPerSecond: number
  readonly pollsPerSecond: number
  readonly stages: readonly Stage[]
}

class Run {
  readonly #origin: string
  /** The minute of the first poll, at which every number's slot comes round */
  readonly #start = Math.ceil(Date.now() / MINUTE / FIRST_SLOT + 1) * FIRST_SLOT
  readonly #stages: Stage[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  async live(): Promise<Figures> {
    const shop = await openShop(this.#origin, 'bench')
    const empty = await this.#weight()
    const before = await this.#counts()
    const cpu = cpuSeconds()
    await this.#order(shop)
    const seconds = { news: 0, quiet: 0 }
    for (const [index, minute] of POLLS.entries()) {
      const news = LIFE.some(([told]) => told === minute)
      seconds[news ? 'news' : 'quiet'] += await this.#poll(index + 1, minute, news)
    }
    await this.#letGo()
    const counts = since(before, await this.#counts())
    check(counts)
    const life = lifeOf(counts, {
      cpu: cpuSeconds() - cpu,
      bytes: (await this.#weight()) - empty,
    })
    return {
      life,
      stages: this.#stages,
      // The look at arrival is no turn of the wheel, and brings the first scan.
      scansPerSecond: ((SCANS - 1) * PARCELS) / seconds.news,
      pollsPerSecond: ((POLLS.length - LIFE.length + 1) * PARCELS) / seconds.quiet,
    }
  }

  /** Placed a day before it is shipped, and shipped an hour before the carrier is first asked. */
  async #order({ client, key }: Shop): Promise<void> {
    const start = this.#start * MINUTE
    const parcels = parcelsDueAt(0)
    await this.#clock(start - 1500 * MINUTE, start)
    await this.#stage('placed', () =>
      each(parcels, LANES, async (number) => {
        await client.shop(key, 'POST', '/orders', orderOf(number))
      }),
    )
    await this.#clock(start - 1499 * MINUTE)
    await this.#stage('placed: alarm', () => this.#post('/alarms'))
    await this.#clock(start + SHIPPED * MINUTE)
    await this.#stage('shipped', () =>
      each(parcels, LANES, async (number) => {
        await client.shop(key, 'POST', `/orders/${number}/shipments`, shipmentOf(number))
      }),
    )
    await this.#clock(start + (SHIPPED + 1) * MINUTE)
    await this.#stage('shipped: alarm and first look', async () => {
      await this.#post('/alarms')
      await this.#until('object.requests order.record', PARCELS)
    })
  }

  /** Seconds from the tick to the last row. */
  async #poll(nth: number, minute: number, news: boolean): Promise<number> {
    await this.#clock((this.#start + minute) * MINUTE)
    const began = performance.now()
    await this.#stage(news ? `poll ${nth}: news` : 'polls without news', async () => {
      await this.#post('/turn')
      await this.#until('polled', nth * PARCELS)
    })
    return (performance.now() - began) / 1000
  }

  async #until(what: string, times: number): Promise<void> {
    const deadline = performance.now() + LONGEST_ROUND
    for (;;) {
      const counts = await this.#counts()
      if ((counts[what] ?? 0) >= times) return
      if (performance.now() > deadline) throw new Error(`stuck: ${JSON.stringify(counts)}`)
      await new Promise((done) => setTimeout(done, 5))
    }
  }

  async #letGo(): Promise<void> {
    const last = POLLS.at(-1) ?? 0
    await this.#clock((this.#start + last + 30 * 1440) * MINUTE)
    await this.#stage('over: alarm', () => this.#post('/alarms'))
  }

  async #stage(name: string, act: () => Promise<unknown>): Promise<void> {
    const before = await this.#counts()
    await act()
    this.#stages.push({ name, counts: since(before, await this.#counts()) })
  }

  #clock(at: number, start?: number): Promise<unknown> {
    return this.#post(`/clock?at=${at}${start === undefined ? '' : `&start=${start}`}`)
  }

  async #counts(): Promise<Counts> {
    return (await fetch(`${this.#origin}/bench/counts`)).json() as Promise<Counts>
  }

  async #weight(): Promise<number> {
    const answer = await fetch(`${this.#origin}/bench/weight`)
    return ((await answer.json()) as { bytes: number }).bytes
  }

  async #post(path: string): Promise<void> {
    const answer = await fetch(`${this.#origin}/bench${path}`, { method: 'POST' })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    await answer.body?.cancel()
  }
}

/** Numbers whose slot is the same for every cadence, so that all are due together in full messages. */
function parcelsDueAt(slot: number): string[] {
  const numbers: string[] = []
  for (let candidate = 0; numbers.length < PARCELS; candidate += 1) {
    const tracking_number = `1ZBENCH${String(candidate).padStart(9, '0')}`
    const place = turn({ carrier: 'ups', tracking_number, milestone: 'pending' }, 0)
    if (place?.slot === slot) numbers.push(tracking_number)
  }
  return numbers
}

/** A life of another length would be another bill. */
function check(counts: Counts): void {
  const recorded = counts['object.requests order.record'] ?? 0
  const wrong = counts.polled !== POLLS.length * PARCELS || recorded !== LIFE.length * PARCELS
  if (wrong) throw new Error(`not the life it should be: ${JSON.stringify(counts)}`)
}

/** The tick's and the account's rows come by the minute, not by the parcel: the bill adds them. */
function lifeOf(counts: Counts, used: { readonly cpu: number; readonly bytes: number }): Life {
  const each = (prefix: string) => sumOf(counts, prefix) / PARCELS
  return {
    rows: {
      objects: each('object.rows order'),
      record:
        each('d1.written') -
        each('d1.written INSERT watermarks') -
        each('d1.written UPDATE watermarks'),
    },
    rowsRead: each('d1.read'),
    requests: { objects: each('object.requests'), worker: each('worker.requests') },
    operations: each('queue.write') + each('queue.read') + each('queue.delete'),
    cpuMs: (used.cpu * 1000) / PARCELS,
    recordBytes: used.bytes / PARCELS,
  }
}

function report({ life, stages, scansPerSecond, pollsPerSecond }: Figures): void {
  const rows = new Map<string, Map<string, number>>()
  for (const { name, counts } of stages) {
    const known = rows.get(name) ?? new Map<string, number>()
    rows.set(name, known)
    for (const [what, amount] of Object.entries(counts)) {
      if (!/^(d1.written|object|queue)/.test(what)) continue
      known.set(what, (known.get(what) ?? 0) + amount / PARCELS)
    }
  }
  for (const [name, amounts] of rows) {
    const said = [...amounts].map(([what, amount]) => `${what} ${rounded(amount, 3)}`)
    console.error(`${name}\n  ${said.join('\n  ')}`)
  }
  console.error(JSON.stringify(life))
  for (const { line, usd } of costsOf([...billOf(life), ...viewsBill()]))
    console.error(`$${rounded(usd)}  ${line}`)
  console.error(
    `${Math.round(scansPerSecond)} scans, ${Math.round(pollsPerSecond)} quiet polls a second`,
  )
}
