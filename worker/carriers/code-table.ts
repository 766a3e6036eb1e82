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

const UNKNOWN: Meaning = { milestone: null, reason: null }

/** What a code means; nothing where the table does not know it. */
export const meaningIn = (table: CodeTable, code: string | null): Meaning =>
  (code !== null && table.get(code)) || UNKNOWN

const isSilent = ({ milestone, reason }: Meaning): boolean => milestone === null && reason === null

/** A status and a detail that says the same more closely: the detail, as far as it says anything. */
export function closer(status: Meaning, detail: Meaning): Meaning {
  if (isSilent(detail)) return status
  if (detail.milestone === null) return { ...status, reason: detail.reason }
  return detail
}

/** The same where a detail only adds to a status: it places what moves or is in trouble, and nothing else. */
export const refined = (status: Meaning, detail: Meaning): Meaning =>
  status.milestone === null || status.milestone === 'in_transit'
    ? closer(status, detail)
    : { milestone: status.milestone, reason: detail.reason ?? status.reason }

/** Words as a code of a table, for carriers whose statuses are plain words: `On Vehicle for Delivery (RTS)` → `on_vehicle_for_delivery_rts`. */
export const codeOfWords = (words: string | null): string | null =>
  words
    ?.toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '') || null

const ON_THE_WAY_BACK: Readonly<Partial<Record<Milestone, Milestone>>> = {
  accepted: 'returning_to_sender',
  in_transit: 'returning_to_sender',
  out_for_delivery: 'returning_to_sender',
  attempt_failed: 'returning_to_sender',
  ready_for_pickup: 'returning_to_sender',
  delivered: 'returned_to_sender',
}

/** What the same status means of a parcel that goes back to its sender. */
export const onTheWayBack = ({ milestone, reason }: Meaning): Meaning => ({
  milestone: (milestone && ON_THE_WAY_BACK[milestone]) ?? milestone,
  reason,
})

/** Words and what they mean, where a carrier has no code or gives one to several things. First match. */
export type WordTable = readonly (readonly [RegExp, Meaning['milestone'], Meaning['reason']])[]

/** What the words mean, or undefined where no row matches. */
export function meaningOfWords(table: WordTable, words: string | null): Meaning | undefined {
  const row = words === null ? undefined : table.find(([pattern]) => pattern.test(words))
  return row && { milestone: row[1], reason: row[2] }
}
