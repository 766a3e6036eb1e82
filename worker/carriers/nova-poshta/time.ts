/**
 * Nova Poshta's clocks are Ukraine's, also of parcels abroad. It writes them in four ways, by field:
 * `2026-08-03 00:22:47`, `24-07-2026 10:15:35`, `03.08.2026 00:22:47`, `19:42 05.08.2026`.
 */
import type { Moment } from '../time.ts'
import { NO_MOMENT, readMoment } from '../time.ts'

export const CLOCK = { order: 'dmy', zone: 'Europe/Kyiv' } as const

const TIME_FIRST = /^(\d{1,2}:\d\d(?::\d\d)?)\s+(\d.*)$/

/** The first of them that is a time. */
export function momentOf(...written: readonly (string | null)[]): Moment {
  const moments = written.map((one) => readMoment(one?.replace(TIME_FIRST, '$2 $1') ?? null, CLOCK))
  return moments.find(({ at, local }) => at !== null || local !== null) ?? NO_MOMENT
}
