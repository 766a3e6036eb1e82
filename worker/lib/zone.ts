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

/** By zone and hour: scans of one parcel ask for the same few again and again. */
const offsets = new Map<string, number>()
const MAX_OFFSETS = 1000

/**
 * The moment at which clocks in a zone show `wall` (`YYYY-MM-DDTHH:mm:ss`, or a day for its midnight),
 * epoch milliseconds; the clock's own reading as UTC where the zone is not known. Around a change of
 * the clocks it may be an hour off.
 */
export function instantIn(zone: string, wall: string): number {
  const asUtc = Date.parse(wall.length > 10 ? `${wall}Z` : wall)
  const key = `${zone} ${wall.slice(0, 13)}`
  const known = offsets.get(key)
  if (known !== undefined || Number.isNaN(asUtc)) return asUtc - (known ?? 0)
  if (offsets.size >= MAX_OFFSETS) offsets.clear()
  const offset = offsetAt(zone, asUtc - offsetAt(zone, asUtc))
  offsets.set(key, offset)
  return asUtc - offset
}

const offsetAt = (zone: string, at: number): number =>
  Date.parse(`${wallIn(zone, at)}Z`) - Math.floor(at / 1000) * 1000
