/**
 * The tracking page against its references, in interleaved rounds: hot against a static string of
 * the same bytes through the same middleware, cold against the same RPC with constant bytes, the
 * object against D1. Three shipments, forty scans, a brand, a grant.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Round } from './load.ts'
import { load, median, needWrk } from './load.ts'
import { startServer } from './server.ts'

const ORDERS = 2000
const ROUNDS = 5

interface Seeded {
  readonly ids: readonly string[]
  readonly grants: readonly string[]
}

export async function page() {
  needWrk()
  const server = await startServer()
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-page-'))
  const seeded = await seed(server.url)
  const paths = (route: string) =>
    seeded.ids.map((id, index) => `/${route}/${id}?g=${seeded.grants[index]}`)
  const html = await (await fetch(server.url + paths('o')[0])).text()
  const series = {
    hot: paths('o').slice(0, 1),
    static: paths('static').slice(0, 1),
    // A half each: an object woken by one series would answer the other sooner.
    cold: paths('o').slice(ORDERS / 2),
    constant: paths('constant').slice(0, ORDERS / 2),
    coldStatic: paths('static'),
    record: paths('record'),
  }
  const rounds = Object.fromEntries(Object.keys(series).map((name) => [name, [] as Round[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, urls] of Object.entries(series)) {
      rounds[name]?.push(load(server.url, urls, folder))
    }
    console.error(`round ${round + 1} of ${ROUNDS}`)
  }
  await server.stop()
  const rate = (name: keyof typeof series) => median((rounds[name] ?? []).map((it) => it.perSecond))
  const p99 = (name: keyof typeof series) => median((rounds[name] ?? []).map((it) => it.p99))
  for (const name of Object.keys(series)) {
    console.error(`${name}: ${rate(name as keyof typeof series)} requests a second`)
  }
  return {
    hot_ratio: ratio(rate('hot'), rate('static')),
    cold_ratio: ratio(rate('cold'), rate('constant')),
    cold_vs_static: ratio(rate('cold'), rate('coldStatic')),
    ratio_d1: ratio(rate('cold'), rate('record')),
    p99_hot_ratio: ratio(p99('hot'), p99('static')),
    compressed_bytes: gzipSync(html, { level: 6 }).length,
  }
}

const ratio = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000

async function seed(url: string): Promise<Seeded> {
  const response = await fetch(`${url}/seed?orders=${ORDERS}`, { method: 'POST' })
  if (!response.ok) throw new Error(`seeding failed: ${await response.text()}`)
  return (await response.json()) as Seeded
}
