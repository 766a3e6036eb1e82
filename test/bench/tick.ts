/**
 * One tick over a record of ever more parcels: what it reads is what is due, what it writes is its
 * lease and its watermark, however many there are.
 */
import { median } from './load.ts'
import type { Counts } from './meter/counts.ts'
import { since, sumOf } from './meter/counts.ts'
import { startServer } from './server.ts'

const SIZES = [10_000, 100_000, 1_000_000]
const CHUNK = 5000
const TICKS = 7

interface Tick {
  readonly parcels: number
  readonly due: number
  readonly ms: number
  readonly rows_read: number
  readonly rows_written: number
}

interface Ticked {
  readonly ms: number
  readonly counts: Counts
}

export async function tick(): Promise<Tick[]> {
  const server = await startServer('test/bench/tick-worker.ts')
  const figures: Tick[] = []
  let filled = 0
  for (const size of SIZES) {
    for (; filled < size; filled += CHUNK) {
      await post(server.url, `/bench/fill?from=${filled}&to=${filled + CHUNK}`)
    }
    console.error(`${size} parcels`)
    figures.push(await ticksOver(server.url, size))
  }
  await server.stop()
  return figures
}

/** The first tick warms up and is left out; of the others, the one in the middle. */
async function ticksOver(origin: string, parcels: number): Promise<Tick> {
  let before = await turned(origin)
  const ticks: Tick[] = []
  for (let index = 0; index < TICKS; index += 1) {
    const after = await turned(origin)
    const counts = since(before.counts, after.counts)
    before = after
    ticks.push({
      parcels,
      due: counts.due ?? 0,
      ms: after.ms,
      rows_read: sumOf(counts, 'd1.read'),
      rows_written: sumOf(counts, 'd1.written'),
    })
  }
  for (const one of ticks) console.error(JSON.stringify(one))
  const middle = median(ticks.map(({ ms }) => ms))
  const [chosen] = ticks.filter(({ ms }) => ms === middle)
  if (!chosen) throw new Error('no tick')
  return chosen
}

const turned = async (origin: string): Promise<Ticked> =>
  (await post(origin, '/bench/tick')).json() as Promise<Ticked>

async function post(origin: string, path: string): Promise<Response> {
  const answer = await fetch(origin + path, { method: 'POST' })
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  return answer
}
