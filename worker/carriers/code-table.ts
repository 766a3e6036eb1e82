/** Tables from codes to what they mean, written as groups of codes that mean the same. */
import type { Milestone, Reason } from '../../schema/vocabulary.ts'

/** null and null: the code is known and says nothing about where the parcel is or how it fares. */
export interface Meaning {
  readonly milestone: Milestone | null
  readonly reason: Reason | null
}

export type CodeTable = ReadonlyMap<string, Meaning>

/** Milestone, reason, codes separated by blanks. */
export type Group = readonly [Milestone | null, Reason | null, string]

/** Throws on a code listed twice: then one of the two would never be read. */
export function codeTable(groups: readonly Group[]): CodeTable {
  const table = new Map<string, Meaning>()
  for (const [milestone, reason, codes] of groups) {
    for (const code of codes.trim().split(/\s+/)) {
      if (table.has(code)) throw new Error(`code ${code} is listed twice`)
      table.set(code, { milestone, reason })
    }
  }
  return table
}
