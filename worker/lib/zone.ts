/** Time zones by IANA name: which are known, and what a clock there shows. */
const UTC = 'UTC'
const MAX_ZONES = 200
/** By name, since formatters are slow to make; null: `Intl` does not know the zone */
const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  if (formats.size >= MAX_ZONES) formats.clear()
  const format = makeFormat(zone)
  formats.set(zone, format)
  return format
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
  } catch {
    return null
  }
}

export const isZone = (name: string): boolean => name !== '' && formatOf(name) !== null

/** The first of these zones that is one; a shop's or carrier's slip must not cost a page. */
export const firstZone = (...names: readonly (string | null | undefined)[]): string =>
  names.find((name) => name != null && isZone(name)) ?? UTC

/** What clocks show, `YYYY-MM-DDTHH:mm:ss`; in UTC where the zone is not known. `at`: epoch milliseconds. */
export function wallIn(zone: string, at: number): string {
  // The Swedish form of a date is ISO 8601's.
  const format = formatOf(zone) ?? formatOf(UTC)
  return format?.format(at).replace(' ', 'T') ?? ''
}

/** The date in a zone, YYYY-MM-DD. `at`: epoch milliseconds. */
export const dateIn = (zone: string, at: number): string => wallIn(zone, at).slice(0, 10)

const HAS_OFFSET = /T.*(?:Z|[+-]\d\d:?\d\d)$/

/** A day or wall clock as it is, an instant as clocks in the zone show it; empty where it cannot be read. */
export function wallOf(text: string, zone: string): string {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return ''
  return HAS_OFFSET.test(text) ? wallIn(zone, at) : text
}
