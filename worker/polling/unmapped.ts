/**
 * Codes that no table of a carrier's adapter knows, counted so that the map can be mended. Kept by the
 * account whose parcels had them. Pure.
 */
import type { Scan } from '../../schema/report.ts'
import { hash } from '../lib/hash.ts'

/** What is kept of one code. */
export interface Unmapped {
  /** null: the carrier gave words alone */
  readonly code: string | null
  /** The carrier's words for it, once two parcels had the same: one parcel's alone may name a person */
  readonly words: string | null
  /** Answers that had it, not parcels */
  readonly count: number
  /** Epoch milliseconds */
  readonly first: number
  readonly last: number
}

/** With a fingerprint of the words and of the parcel they came with, to know when another has the same. */
export interface Noted extends Unmapped {
  readonly same: number
  readonly parcel: number
}

/** By code, or by a fingerprint of the words where there is none. */
export type UnmappedTable = Readonly<Record<string, Noted>>

/** More codes than any adapter can lack for long; the ones seen longest ago go first. */
const MAX_CODES = 200
const MAX_WORDS = 120

export const unmappedIn = (scans: readonly Scan[]): Scan[] =>
  scans.filter(({ milestone, reason, withdrawn }) => !milestone && !reason && !withdrawn)

/** After an answer about one parcel; each code once, however many scans have it. */
export function noted(
  table: UnmappedTable,
  number: string,
  scans: readonly Scan[],
  at: number,
): UnmappedTable {
  const next = new Map(Object.entries(table))
  const seen = new Set<string>()
  for (const { code, text } of unmappedIn(scans)) {
    const key = code === null ? `words ${hash(text ?? '')}` : `code ${code}`
    if ((code === null && text === null) || seen.has(key)) continue
    seen.add(key)
    next.set(key, sighted(next.get(key), { code, text, number, at }))
  }
  return Object.fromEntries(newest(next))
}

interface Sighting {
  readonly code: string | null
  readonly text: string | null
  readonly number: string
  readonly at: number
}

function sighted(known: Noted | undefined, { code, text, number, at }: Sighting): Noted {
  const [same, parcel] = [hash(text ?? ''), hash(number)]
  if (!known) return { code, words: null, count: 1, first: at, last: at, same, parcel }
  const isShared = known.same === same && known.parcel !== parcel
  return {
    ...known,
    words: known.words ?? (isShared && text !== null ? text.slice(0, MAX_WORDS) : null),
    count: known.count + 1,
    last: at,
    same,
    parcel,
  }
}

function newest(table: ReadonlyMap<string, Noted>): [string, Noted][] {
  const all = [...table]
  if (all.length <= MAX_CODES) return all
  return all.toSorted(([, a], [, b]) => b.last - a.last).slice(0, MAX_CODES)
}

/** Several accounts' codes as one list, the most frequent first. */
export function listed(tables: readonly UnmappedTable[]): Unmapped[] {
  const all = new Map<string, Unmapped>()
  for (const [key, one] of tables.flatMap((table) => Object.entries(table))) {
    const known = all.get(key)
    const { code, words, count, first, last } = one
    all.set(key, {
      code,
      words: known?.words ?? words,
      count: count + (known?.count ?? 0),
      first: Math.min(first, known?.first ?? first),
      last: Math.max(last, known?.last ?? last),
    })
  }
  return [...all.values()].sort((a, b) => b.count - a.count || b.last - a.last)
}
