/** The only place that asks what time it is: everything else gets it as an argument. */
export const now = (): number => Date.now()

/** Epoch milliseconds as RFC 3339 in UTC, to the second: `2026-11-21T08:00:00Z`. */
export const toInstant = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
