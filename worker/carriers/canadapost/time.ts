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
