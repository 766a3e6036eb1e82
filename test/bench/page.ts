/**
 * The tracking page against its references, in interleaved rounds: hot against a static string of
 * the same bytes through the same middleware, cold against the same RPC with constant bytes, the
 * object against D1. Three shipments, forty scans, a brand, a grant.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Round } from './load.ts'
import { load, loadOnce, median, needWrk } from './load.ts'
import { startServer } from './server.ts'
import type { Seeded, Seen } from './worker.ts'

const ROUNDS = 10
/** Orders asked for once in a round, by one series, and never again */
const ONCE = 100
const COLD = ROUNDS * ONCE
/** More than an isolate keeps: asked for in turn, each page is made anew */
const WARMING = 600
const WARM_UPS = 4
/** A half each for two series, since an object woken by one would answer the other sooner; one is hot */
const ORDERS = 2 * COLD + WARMING
const BATCH = 50
/** The runtime lets an object go after ten seconds without a request. */
const ASLEEP_MS = 12_000
/** The wheel stands still: no poll wakes an object meanwhile. */
const VARS = { WHEEL_UNIT_MS: String(86_400_000) }

type Series = 'hot' | 'static' | 'cold' | 'constant' | 'record' | 'hotRecord' | 'coldStatic'

export async function page() {
  needWrk()
  const server = await startServer('test/bench/worker.ts', VARS)
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-page-'))
  const seeded = await seed(server.url)
  console.error(`${ORDERS} orders placed`)
  const paths = (route: string, from: number, count: number) =>
    seeded.slice(from, from + count).map(({ id, grant }) => `/${route}/${id}?g=${grant}`)
  // Shoppers meet an isolate that has shown pages before, and has compiled what shows them.
  for (let warm = 0; warm < WARM_UPS; warm += 1) {
    await load(server.url, paths('o', 2 * COLD, WARMING), folder)
  }
  await untilAsleep(server.url)
  const html = await (await fetch(server.url + paths('o', 2 * COLD, 1)[0])).text()
  const hot = (route: string) => load(server.url, paths(route, 2 * COLD, 1), folder)
  const once = (route: string, from: number) =>
    loadOnce(server.url, paths(route, from, ONCE), folder)
  const woken = { cold: 0, constant: 0 }
  const waking = async (name: keyof typeof woken, ask: () => Promise<Round>) => {
    const before = await askJson<Seen>(`${server.url}/seen`)
    const round = await ask()
    woken[name] += (await askJson<Seen>(`${server.url}/seen`)).woken - before.woken
    return round
  }
  const series: Record<Series, (round: number) => Promise<Round>> = {
    hot: () => hot('o'),
    static: () => hot('static'),
    hotRecord: () => hot('record'),
    cold: (round) => waking('cold', () => once('o', round * ONCE)),
    constant: (round) => waking('constant', () => once('constant', COLD + round * ONCE)),
    record: (round) => once('record', round * ONCE),
    coldStatic: (round) => once('static', round * ONCE),
  }
  const names = Object.keys(series) as Series[]
  const rounds = Object.fromEntries(names.map((name) => [name, [] as Round[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    // There and back: what the machine does meanwhile meets neither of two series more often.
    for (const name of round % 2 ? names.toReversed() : names) {
      rounds[name]?.push(await series[name](round))
    }
    console.error(`round ${round + 1} of ${ROUNDS}`)
  }
  await server.stop()
  rmSync(folder, { recursive: true })
  const middle = (name: Series, figure: keyof Round) =>
    median((rounds[name] ?? []).map((round) => round[figure]))
  const rate = (name: Series) => middle(name, 'perSecond')
  const processor = (name: Series) => middle(name, 'processor')
  for (const name of names) {
    const [perSecond, milliseconds] = [rate(name).toFixed(), processor(name).toFixed(2)]
    console.error(`${name}: ${perSecond} requests a second, ${milliseconds} ms of processor each`)
  }
  return {
    hot_ratio: ratio(rate('hot'), rate('static')),
    cold_ratio: ratio(rate('cold'), rate('constant')),
    cold_vs_static: ratio(rate('cold'), rate('coldStatic')),
    ratio_d1: ratio(rate('cold'), rate('record')),
    hot_ratio_d1: ratio(rate('hot'), rate('hotRecord')),
    p99_hot_ratio: ratio(middle('hot', 'p99'), middle('static', 'p99')),
    cold_processor_ratio: ratio(processor('constant'), processor('cold')),
    woken_cold: woken.cold,
    woken_constant: woken.constant,
    compressed_bytes: gzipSync(html, { level: 6 }).length,
  }
}

const ratio = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000

async function seed(url: string): Promise<readonly Seeded[]> {
  await askJson(`${url}/merchant`)
  const seeded: Seeded[] = []
  while (seeded.length < ORDERS) {
    const query = `from=${seeded.length}&count=${Math.min(BATCH, ORDERS - seeded.length)}`
    seeded.push(...(await askJson<Seeded[]>(`${url}/seed?${query}`)))
  }
  return seeded
}

/** An order's alarm goes off once after placing and writes its record; only then is it left alone. */
async function untilAsleep(url: string): Promise<void> {
  while ((await askJson<Seen>(`${url}/seen`)).alarms < ORDERS) await wait(500)
  await wait(ASLEEP_MS)
}

async function askJson<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url, { method: 'POST' })
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`)
  return (await response.json()) as Answer
}
