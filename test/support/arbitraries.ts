/** What fast-check draws from: scans as carriers report them, and the looks that bring them. */
import fc from 'fast-check'
import type { Report, Scan } from '../../schema/report.ts'
import { HANDOVERS, MILESTONES, REASON_NAMES } from '../../schema/vocabulary.ts'
import { HOUR, toInstant } from '../../worker/lib/clock.ts'
import type { Look } from '../../worker/order/shipment.ts'
import { report, START, scan } from './orders.ts'

export const milestone = fc.constantFrom(...MILESTONES)
export const reason = fc.constantFrom(...REASON_NAMES)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 })

/** Few hours and codes, so that scans meet at one time and twins are common; from long ago to far ahead. */
const hours = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(-200, -73, -71, 40, 300))

/** An instant, a local time alone, both, or neither. */
const times = fc.record({ hours, kind: fc.constantFrom('at', 'local', 'both', 'none') })

/** Where one scan has two readings, they differ in what a map says alone. */
export const anyScan: fc.Arbitrary<Scan> = fc
  .record({
    time: times,
    code: fc.constantFrom('A', 'B', 'C'),
    text: fc.constantFrom(null, 'Left with Ms Doe'),
    location: fc.constantFrom(null, 'Cologne'),
    milestone: maybe(milestone),
    reason: maybe(reason),
    withdrawn: fc.constantFrom(false, false, false, true),
  })
  .map(({ time, withdrawn, ...over }) => {
    const instant = toInstant(START + time.hours * HOUR)
    return scan(0, {
      at: time.kind === 'at' || time.kind === 'both' ? instant : null,
      local: time.kind === 'local' || time.kind === 'both' ? instant.slice(0, -1) : null,
      ...over,
      ...(withdrawn && { withdrawn: true }),
    })
  })

const day = fc.constantFrom('2026-03-12', '2026-03-14', '2026-03-20')

export const anyFacts: fc.Arbitrary<Partial<Report>> = fc.record({
  whole: fc.boolean(),
  estimate: maybe(day.map((from) => ({ from, to: from }))),
  next_attempt: maybe(day),
  handover: maybe(
    fc.constantFrom(...HANDOVERS).map((to) => ({ to, at: null, signed_by: null, photo: null })),
  ),
})

/**
 * Looks as the world brings them: each answer at a time of its own, pushes with no digest among
 * them, read with one of two versions of the map, and failures.
 */
export const anyLooks: fc.Arbitrary<readonly Look[]> = fc
  .array(
    fc.record({
      scans: fc.array(anyScan, { maxLength: 4 }),
      facts: anyFacts,
      pushed: fc.boolean(),
      mapVersion: fc.constantFrom(1, 2),
      failed: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((looks) =>
    looks.map(({ scans, facts, pushed, mapVersion, failed }, index) => ({
      leg: 0,
      at: START + index * HOUR,
      mapVersion,
      digest: pushed ? null : `digest-${index}`,
      result: failed ? { problem: 'not_found' as const } : { report: report(scans, facts) },
    })),
  )

/** The same things in another order, some of them more than once. */
export const shuffled = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: values.length,
      maxLength: values.length + 3,
      size: 'max',
    })
    .map((places) =>
      places
        .map((place, index) => ({ place, value: values[index % Math.max(1, values.length)] }))
        .sort((a, b) => a.place - b.place)
        .flatMap(({ value }) => (value === undefined ? [] : [value])),
    )
