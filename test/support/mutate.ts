/** Answers damaged at random: a place removed, or replaced by junk. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { MILESTONES, REASON_NAMES } from '../../schema/vocabulary.ts'
import type { Carrier, Reading, Scan } from '../../worker/carriers/contract.ts'
import { CarrierError } from '../../worker/carriers/contract.ts'

const JUNK: readonly unknown[] = [
  null,
  '',
  'null',
  'string',
  0,
  -1,
  true,
  {},
  [],
  [null],
  [[]],
  '🚚',
]

/** `value` with up to six places damaged. */
export const damaged = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.option(fc.constantFrom(...JUNK), { nil: undefined })), {
      maxLength: 6,
    })
    .map((changes) =>
      changes.reduce<unknown>(
        (changed, [at, by]) => change(changed, at % placesIn(changed), by),
        value,
      ),
    )

/** A text with a piece cut out or put in. */
export const damagedText = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom('', '<', '</a>', '&#0;', 'null'))
    .map(([at, length, by]) => text.slice(0, at) + by + text.slice(at + length))

/** Copies share what they do not change: most places are counted once for a thousand copies. */
const counted = new WeakMap<object, number>()

/** A value's places: itself and all within. */
function placesIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1
  const known = counted.get(value)
  if (known !== undefined) return known
  const places = Object.values(value).reduce<number>((sum, inner) => sum + placesIn(inner), 1)
  counted.set(value, places)
  return places
}

/** A copy with one place removed (undefined) or replaced. `at`: 0 is the value itself, then depth first. */
function change(value: unknown, at: number, by: unknown): unknown {
  if (at === 0 || value === null || typeof value !== 'object') return by
  let first = 1
  for (const [key, inner] of Object.entries(value)) {
    const places = placesIn(inner)
    if (at < first + places) return withChild(value, key, change(inner, at - first, by))
    first += places
  }
  throw new RangeError(`no place ${at}`)
}

const withChild = (value: object, key: string, child: unknown): unknown =>
  Array.isArray(value) ? value.with(Number(key), child) : { ...value, [key]: child }

const OURS = {
  milestone: new Set<unknown>([...MILESTONES, null]),
  reason: new Set<unknown>([...REASON_NAMES, null]),
}

const isOurs = ({ milestone, reason, at }: Scan): boolean =>
  OURS.milestone.has(milestone) &&
  OURS.reason.has(reason) &&
  (at === null || !Number.isNaN(Date.parse(at)))

/** A reading in our words, or `bad_answer`: whatever the body. */
export function expectReadable(read: Carrier['read'], body: string): void {
  const reading = readOrNull(read, body)
  const scans = reading?.reports.flatMap((report) => report.scans) ?? []
  expect(scans.filter((scan) => !isOurs(scan))).toEqual([])
}

/** null: `bad_answer`. Throws whatever else is thrown. */
function readOrNull(read: Carrier['read'], body: string): Reading | null {
  try {
    return read({ contentType: null, body })
  } catch (error) {
    if (error instanceof CarrierError && error.problem.code === 'bad_answer') return null
    throw error
  }
}
