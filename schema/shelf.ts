import type { State } from './vocabulary.ts'
import { TERMINAL_MILESTONES } from './vocabulary.ts'

/** Where a list by state looks for an order: `open` until its journey is over, then its last state. */
export const shelfOf = (state: State): string =>
  TERMINAL_MILESTONES.some((terminal) => terminal === state) ? state : 'open'
