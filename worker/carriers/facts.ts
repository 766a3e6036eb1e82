/** What adapters say beside the scans, where carriers are alike. */
import type { Facts, Scan } from './contract.ts'

/** Milestones after which a day to expect is over, or was never the shopper's. */
const OVER: ReadonlySet<string | null> = new Set([
  'delivered',
  'returning_to_sender',
  'returned_to_sender',
  'cancelled',
  'ended',
])

export const isOver = (scans: readonly Scan[]): boolean =>
  scans.some(({ milestone }) => OVER.has(milestone))

/** The day, instant or range to expect, while it is still to come. */
export function expected(
  scans: readonly Scan[],
  from: string | null,
  to: string | null = from,
): Facts['estimate'] {
  const [first, last] = [from ?? to, to ?? from]
  if (first === null || last === null || isOver(scans)) return null
  return first <= last ? { from: first, to: last } : { from: last, to: first }
}

/** A place as its parts say it, and its city alone; never a street. */
export function place(
  parts: readonly (string | null)[],
  city: string | null = parts[0] ?? null,
): Pick<Scan, 'location' | 'city'> {
  const said = parts.filter((part) => part !== null && part !== '')
  return { location: [...new Set(said)].join(', ') || null, city }
}

/**
 * Where the newest scan that matches stands in the list, or -1: for carriers that list them in no
 * order one can rely on. At one time the first; a wall clock counts as UTC.
 */
export function newest(scans: readonly Scan[], matches: (scan: Scan) => boolean): number {
  const times = scans.map((scan) => (matches(scan) ? timeOf(scan) : Number.NEGATIVE_INFINITY))
  const last = Math.max(...times)
  return last === Number.NEGATIVE_INFINITY ? -1 : times.indexOf(last)
}

/** A scan without a time is older than any other. */
function timeOf({ at, local }: Scan): number {
  const time = Date.parse(at ?? (local?.includes('T') ? `${local}Z` : (local ?? '')))
  return Number.isNaN(time) ? Number.MIN_SAFE_INTEGER : time
}

/**
 * The scans, with each that the next one takes back marked as withdrawn. `takesBack`: whether the scan
 * at this place in the list says "the last status was a mistake".
 */
export function withdrawn(
  scans: readonly Scan[],
  takesBack: (index: number) => boolean,
): readonly Scan[] {
  const inOrder = scans
    .map((scan, index) => ({ index, time: timeOf(scan) }))
    .sort((a, b) => a.time - b.time)
  const gone = new Set(
    inOrder.flatMap(({ index }, place) => {
      const next = inOrder[place + 1]
      return next && takesBack(next.index) ? [index] : []
    }),
  )
  return scans.map((scan, index) => (gone.has(index) ? { ...scan, withdrawn: true } : scan))
}
