/** A day of the wheel with gaps, ticks that come twice and ticks that come late, read from D1 as it is. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Milestone } from '../../../schema/vocabulary.ts'
import { ONCE, turn } from '../../../worker/order/wheel.ts'
import type { Chance } from '../../support/random.ts'
import { anySeed, chance } from '../../support/random.ts'
import { Platform } from '../../support/workerd-platform.ts'

/** A minute of the wheel is a second here. */
const UNIT = 1000
const START = 1_942_000_000
const DAY = 1440
/** Minutes of a gap that are caught up in a minute */
const AHEAD = 9
const GAPS = [1, 5, 20, 90] as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START * UNIT })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

interface Parcel {
  readonly number: string
  readonly milestone: Milestone
  readonly cadence: number
}

/** Rows as orders leave them: parcels of every cadence, all over the wheel. */
async function fill(shard: D1Database): Promise<Parcel[]> {
  const milestones = ['pending', 'in_transit', 'attempt_failed', 'out_for_delivery'] as const
  const parcels = milestones.flatMap((milestone) =>
    Array.from({ length: 60 }, (_, index) => {
      const number = `1Z${milestone.toUpperCase()}${index}`
      const place = turn({ carrier: 'ups', tracking_number: number, milestone }, 0)
      return { number, milestone, cadence: place?.cadence ?? ONCE, slot: place?.slot ?? 0 }
    }),
  )
  await shard.batch(
    parcels.map(({ number, milestone, cadence, slot }) =>
      shard
        .prepare(
          `INSERT INTO shipments (order_id, shipment, leg, merchant, carrier, account, tracking_number,
             milestone, condition, since, digest, cadence, slot, version)
           VALUES (?1, 's', 0, 'm', 'ups', NULL, ?1, ?2, 'on_track', 0, '', ?3, ?4, 1)`,
        )
        .bind(number, milestone, cadence, slot),
    ),
  )
  return parcels
}

/** The minutes at which a tick comes: each gap once, some ticks twice, some late by a minute or two. */
function ticks(random: Chance): { readonly minutes: number[]; readonly gaps: number[] } {
  const gaps = random.shuffled(GAPS)
  const minutes: number[] = []
  let minute = START
  for (const gap of gaps) {
    const until = minute + random.between(150, 250)
    for (; minute < until; minute += random.pick([1, 1, 1, 1, 2, 3])) {
      minutes.push(minute)
      if (random.next() < 0.1) minutes.push(minute)
    }
    minute += gap
  }
  for (; minute <= START + DAY; minute += 1) minutes.push(minute)
  return { minutes, gaps }
}

const longestBetween = (times: readonly number[]): number =>
  Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))

const seed = Number(process.env.SEED ?? anySeed())

test(`no parcel waits longer than its cadence and the gap (SEED=${seed})`, {
  timeout: 60_000,
}, async () => {
  const parcels = await fill(env.DB)
  const { minutes, gaps } = ticks(chance(seed))
  const platform = new Platform({ SHARDS: 'DB' })
  const looked = new Map<string, number[]>(parcels.map(({ number }) => [number, [START]]))
  for (const minute of minutes) {
    vi.setSystemTime(minute * UNIT)
    platform.sent.length = 0
    await platform.tick()
    const asked = platform.sent.flatMap(({ body }) => (body.kind === 'poll' ? body.parcels : []))
    expect(platform.sent.every(({ body }) => body.kind === 'poll')).toBe(true)
    for (const { number } of asked) looked.get(number)?.push(minute)
  }
  const gap = Math.max(...gaps)
  const late = 3
  for (const { number, cadence } of parcels) {
    const times = [...(looked.get(number) ?? []), START + DAY]
    const bound = cadence + gap + Math.ceil(gap / AHEAD) + late
    expect(longestBetween(times), `${number} every ${cadence}`).toBeLessThanOrEqual(bound)
  }
  const total = [...looked.values()].reduce((sum, times) => sum + times.length - 1, 0)
  const due = parcels.reduce((sum, { cadence }) => sum + Math.ceil(DAY / cadence), 0)
  expect(total, 'late and double ticks ask no more than on time').toBeLessThanOrEqual(due)
})
