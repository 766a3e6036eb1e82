/**
 * A parcel's life as the benchmarks play it, and a carrier that tells it without a network: what is
 * measured is ours. Ten scans in eight changes over 36 polls, at the minutes the wheel asks.
 */
import * as z from 'zod'
import type { Milestone } from '../../schema/vocabulary.ts'
import type { Carrier, Parcel, Report, Scan } from '../../worker/carriers/contract.ts'
import { defineCarrier, NO_FACTS } from '../../worker/carriers/contract.ts'
import { MINUTE } from '../../worker/lib/clock.ts'

/** Minutes after the wheel's first poll, and what the carrier has by then */
export type Chapter = readonly [minute: number, ...scans: readonly Milestone[]]

const DAYS_OUT = 27 * 240
/** The carrier knows of the label when the shop tells of it: the look at arrival finds it */
export const SHIPPED = -60
/** Hourly while out for delivery: the seventh look finds it delivered */
const DELIVERED = DAYS_OUT + 7 * 60

export const LIFE: readonly [Chapter, ...Chapter[]] = [
  [SHIPPED, 'label_created'],
  [240, 'accepted'],
  [3 * 240, 'in_transit', 'in_transit'],
  [8 * 240, 'in_transit'],
  [14 * 240, 'in_transit', 'in_transit'],
  [20 * 240, 'in_transit'],
  [DAYS_OUT, 'out_for_delivery'],
  [DELIVERED, 'delivered'],
]

const every = (cadence: number, count: number, from: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index * cadence)

/** When the wheel looks, after the look at arrival: every four hours, hourly while out for delivery, once more a day after. */
export const POLLS: readonly number[] = [
  ...every(240, 28, 0),
  ...every(60, 7, DAYS_OUT + 60),
  DELIVERED + 1440,
]

export const SCANS = LIFE.reduce((sum, [, ...scans]) => sum + scans.length, 0)

/** The scans of a life so far, a second apart where two came at once. */
export function scansOf(
  life: readonly Chapter[],
  start: number,
  now: number,
  unit: number = MINUTE,
): Scan[] {
  const told = life.filter(([minute]) => start + minute * unit <= now)
  const timed = told.flatMap(([minute, ...milestones]) =>
    milestones.map((milestone, index) => ({
      milestone,
      time: start + minute * unit - (milestones.length - 1 - index) * 1000,
    })),
  )
  return timed.map(({ milestone, time }, index) => scanAt(milestone, time, index))
}

const CITIES = ['Leipzig', 'Hannover', 'Kassel', 'Berlin'] as const

export function scanAt(milestone: Milestone, time: number, index: number): Scan {
  const at = new Date(time).toISOString()
  const city = CITIES[index % CITIES.length] ?? null
  return {
    at,
    local: at.slice(0, 19),
    zone: null,
    code: `${milestone}-${index}`,
    text: 'Processed at facility',
    location: `${city}, DE`,
    city,
    milestone,
    reason: null,
  }
}

/** Stands in for a carrier with the wheel's usual cadences; `tell` knows each parcel's scans. */
export const storyteller = (tell: (parcel: Parcel, now: number) => readonly Scan[]): Carrier =>
  defineCarrier({
    id: 'ups',
    name: 'Story',
    proven: true,
    mapVersion: 1,
    limits: { batch: 50, connections: 6, perSecond: 1_000_000, perDay: null },
    trackingUrl: () => null,
    read: () => ({ reports: [], problems: [] }),
    credentials: z.strictObject({}),
    track: async (parcels, { now }) => ({
      reports: parcels.map(
        (parcel): Report => ({
          ...NO_FACTS,
          tracking_number: parcel.number,
          whole: true,
          scans: tell(parcel, now),
        }),
      ),
      problems: [],
    }),
  })

/** The faster wheel's minute, milliseconds: out for delivery, a parcel is looked at every six seconds */
export const UNIT = 100
/** Milliseconds between two scans of one parcel: a scan to every 3.6 polls, as in a life */
export const SCAN_EVERY = 21_600

/** Scans of a parcel out for delivery, one again and again; parcels begin at moments of their own. */
export function scansBy(number: string, from: number, now: number): Scan[] {
  const late = [...number].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % SCAN_EVERY
  const count = now < from ? 0 : 1 + Math.max(0, Math.floor((now - from - late) / SCAN_EVERY))
  return Array.from({ length: count }, (_, index) =>
    scanAt('out_for_delivery', from + (index === 0 ? 0 : late + index * SCAN_EVERY), index),
  )
}
