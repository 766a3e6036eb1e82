/**
 * The set of scans of a shipment. Any order, duplication and batching of the same scans gives the
 * same set: a scan is known by what the carrier wrote, and where two readings of one scan differ the
 * newer map's wins.
 */

import { MILESTONES } from '../../schema/vocabulary.ts'
import { canonicalJson } from '../lib/bytes.ts'
import { DAY } from '../lib/clock.ts'
import { instantIn } from '../lib/zone.ts'
import type { KeptScan, Leg } from './state.ts'

export const MAX_SCANS = 200
/** Of those kept beyond the limit, how many are the oldest: where it began matters less than where it is */
const KEPT_OLDEST = 20
/** Carriers reuse numbers: what is older than the shipment by more than this was another parcel's */
export const FOREIGN_AFTER = 3 * DAY

/** What makes a scan the same scan, however often and however read: carrier, number, time as written, code, place. */
export function scanIdentity(scan: KeptScan, legs: readonly Leg[]): string {
  const leg = legs[scan.leg]
  return JSON.stringify([
    leg?.carrier,
    leg?.tracking_number,
    scan.local ?? scan.at,
    scan.code ?? scan.text,
    scan.location,
  ])
}

export interface ScanSet {
  readonly scans: readonly KeptScan[]
  readonly truncated: boolean
}

/** The union of two sets, oldest first, at most MAX_SCANS of them. */
export function mergeScans(
  kept: ScanSet,
  more: readonly KeptScan[],
  legs: readonly Leg[],
): ScanSet {
  const byIdentity = new Map<string, KeptScan>()
  for (const scan of [...kept.scans, ...more]) {
    const identity = scanIdentity(scan, legs)
    const known = byIdentity.get(identity)
    byIdentity.set(identity, known ? preferred(known, scan) : scan)
  }
  const dropped = byIdentity.size > MAX_SCANS
  const left = dropped ? withoutMiddle([...byIdentity]) : [...byIdentity.values()]
  return { scans: left.sort(byTime), truncated: kept.truncated || dropped }
}

/**
 * By what the carrier wrote, not by how it was read: another reading of a scan that was left out
 * is left out too.
 */
function withoutMiddle(scans: [identity: string, scan: KeptScan][]): KeptScan[] {
  const all = scans
    .map(([identity, scan]) => ({ identity, scan, written: writtenTime(scan) }))
    .sort((a, b) => a.written - b.written || compareText(a.identity, b.identity))
    .map(({ scan }) => scan)
  return [...all.slice(0, KEPT_OLDEST), ...all.slice(KEPT_OLDEST - MAX_SCANS)]
}

const writtenTime = (scan: KeptScan): number =>
  scanTime(scan.local ? { at: null, local: scan.local } : scan)

/** A withdrawal stays; else the newer map; else an arbitrary but fixed choice. */
function preferred(a: KeptScan, b: KeptScan): KeptScan {
  const rank = (scan: KeptScan) => (scan.withdrawn ? Number.MAX_SAFE_INTEGER : scan.map)
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b
  return canonicalJson(a) >= canonicalJson(b) ? a : b
}

/** A scan's place in time, epoch milliseconds: its instant, else its wall clock in its zone, or as UTC. */
export function scanTime(scan: Pick<KeptScan, 'at' | 'local'> & { zone?: string | null }): number {
  const time = scan.at ? Date.parse(scan.at) : instantIn(scan.zone ?? 'UTC', scan.local ?? '')
  return Number.isNaN(time) ? 0 : time
}

/** At one time the lower milestone comes first, then what troubles nobody, then any fixed order. */
function byTime(a: KeptScan, b: KeptScan): number {
  return (
    scanTime(a) - scanTime(b) ||
    rankOf(a) - rankOf(b) ||
    Number(a.reason !== null) - Number(b.reason !== null) ||
    compareText(canonicalJson(a), canonicalJson(b))
  )
}

const rankOf = (scan: KeptScan): number =>
  scan.milestone ? MILESTONES.indexOf(scan.milestone) : -1
const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** A scan without any time cannot be foreign: nothing says how old it is. */
export function isForeign(scan: Pick<KeptScan, 'at' | 'local'>, since: number): boolean {
  const time = scanTime(scan)
  return time !== 0 && time < since - FOREIGN_AFTER
}
