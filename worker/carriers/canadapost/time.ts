/**
 * Canada Post's clocks: a date, a time and the abbreviation of a zone. The abbreviation names the
 * zone and not its offset: recorded answers have EST, MST and PST in September too, when no clock
 * there shows standard time. So an event keeps its wall clock and gets the zone, never an offset; and
 * no zone where none is given, since events of one province come under another one's (an order from
 * Saskatoon under EST).
 */

/** Sources: recorded (EST CST CSTNO MST PST); the rest are Canada's other zones, by the same rule. */
const ZONES: Readonly<Record<string, string>> = {
  NST: 'America/St_Johns',
  NDT: 'America/St_Johns',
  AST: 'America/Halifax',
  ADT: 'America/Halifax',
  EST: 'America/Toronto',
  EDT: 'America/Toronto',
  CST: 'America/Winnipeg',
  CDT: 'America/Winnipeg',
  // "No daylight": Saskatchewan.
  CSTNO: 'America/Regina',
  MST: 'America/Edmonton',
  MDT: 'America/Edmonton',
  PST: 'America/Vancouver',
  PDT: 'America/Vancouver',
}

export const zoneOf = (abbreviation: string | null): string | null =>
  ZONES[abbreviation?.toUpperCase() ?? ''] ?? null

/** `YYYY-MM-DD` from itself or from `YYYYMMDD`; null for what is no date. */
export function readDay(date: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(date ?? '') ?? []
  return year && isReal(`${year}-${month}-${day}T00:00:00`) ? `${year}-${month}-${day}` : null
}

/** `HH:mm:ss` from itself or from `HHmmss`. */
export function wallClock(date: string | null, time: string | null): string | null {
  const day = readDay(date)
  const [, hour, minute, second] = /^(\d\d):?(\d\d):?(\d\d)$/.exec(time ?? '') ?? []
  const wall = `${day}T${hour}:${minute}:${second}`
  return day && hour && isReal(wall) ? wall : null
}

/** Not the 30th of February, not a quarter past 25, and not the year 1 that stands for none. */
function isReal(wall: string): boolean {
  const time = Date.parse(`${wall}Z`)
  if (Number.isNaN(time) || wall < '1970') return false
  return new Date(time).toISOString().startsWith(wall)
}
