/**
 * Another system's words and ours, both ways. Theirs to ours is what an adapter reads its answers
 * with; ours to theirs is for who speaks that system's words: an export, a shop's older integration.
 * The way back is coarser where they have fewer words.
 */
import type { Milestone, Reason } from '../vocabulary.ts'

/** Milestone, reason, their words separated by blanks; null and null: known, and says nothing of a parcel. */
export type Translation = readonly [Milestone | null, Reason | null, string]

export interface Crosswalk {
  readonly theirs: readonly Translation[]
  /** Their word for where a parcel is */
  readonly milestones: Readonly<Record<Milestone, string>>
  /** Their word for why it does not go well, where they have one */
  readonly reasons: Readonly<Partial<Record<Reason, string>>>
}

/** Their word for a parcel: why it does not go well, where they have a word for that; else where it is. */
export const wordFor = (
  { milestones, reasons }: Crosswalk,
  milestone: Milestone,
  reason: Reason | null,
): string => (reason === null ? undefined : reasons[reason]) ?? milestones[milestone]
