/** Where an event was, and what clocks show there. */
import type { Scan } from '../contract.ts'
import { place } from '../facts.ts'
import { countryOf, zoneOf } from '../zones.ts'
import type { Division } from './codes/services.ts'
import type { Place } from './wire.ts'

/**
 * The locality is a city, a country alone (`Germany`), or several parts (`Henderson, NV, US`), a
 * street among them: a part with a number in it, beside others, is left out.
 */
export function placeOf(location: Place): Pick<Scan, 'location' | 'city'> {
  const { address } = location ?? {}
  const parts = partsOf(address?.addressLocality ?? null)
  const first = parts[0] ?? null
  return place([...parts, address?.countryCode ?? null], countryOf(first) ? null : first)
}

const partsOf = (locality: string | null): readonly string[] => {
  const parts = (locality ?? '').split(',').map((part) => part.trim())
  const [only] = parts
  if (parts.length === 1) return only ? [only] : []
  return parts.filter((part) => part !== '' && !/\d/.test(part))
}

/** The place's zone; the division's home where the event names no country. */
export function zoneAt(location: Place, division: Division): string | null {
  const { address } = location ?? {}
  const parts = partsOf(address?.addressLocality ?? null)
  const country = address?.countryCode ?? countryOf(parts.at(-1) ?? null)
  if (country === null) return division.zone
  return zoneOf(
    country,
    parts.find((part) => /^[A-Z]{2,3}$/.test(part) && part !== country),
  )
}
