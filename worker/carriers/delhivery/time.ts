/**
 * Delhivery's clocks: `2025-11-14T21:56:24.265`, the wall clock of the place, without an offset and
 * with any number of digits after the second. Delhivery moves parcels within India, which has one
 * zone and has kept no daylight saving since 1945: so the zone is known, and with it the instant.
 * The wall clock ends at the second, as a scan's does; the instant keeps the fraction, which says
 * which of two scans in one second came first.
 */
export const ZONE = 'Asia/Kolkata'
const OFFSET = '+05:30'

const WALL_CLOCK = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?$/

/** Anything else than a wall clock is no time; the scan is kept without one. */
export function readMoment(written: string | null): { at: string | null; local: string | null } {
  const [, day, time, fraction = ''] = WALL_CLOCK.exec(written ?? '') ?? []
  if (!day || !time || !isReal(`${day}T${time}`)) return { at: null, local: null }
  return { at: `${day}T${time}${fraction.slice(0, 4)}${OFFSET}`, local: `${day}T${time}` }
}

export function readDay(written: string | null): string | null {
  const day = (written ?? '').slice(0, 10)
  return /^\d{4}-\d\d-\d\d$/.test(day) && isReal(`${day}T00:00:00`) ? day : null
}

/** Not the 30th of February, and not the year 1 that stands for none. */
function isReal(wall: string): boolean {
  const time = Date.parse(`${wall}Z`)
  if (Number.isNaN(time) || wall < '1970') return false
  return new Date(time).toISOString().startsWith(wall)
}
