/**
 * The service area of an event: `AUCKLAND-NZ`, `NEW YORK CITY GATEWAY,NY-USA`, `LONDON-HEATHROW -
 * UNITED KINGDOM`. Its clock is the event's.
 */
import type { Scan } from '../contract.ts'
import { place } from '../facts.ts'
import { countryOf, zoneOf } from '../zones.ts'

interface Area {
  readonly city: string | null
  readonly state: string | null
  readonly country: string | null
}

function areaOf(written: string | null): Area {
  const dash = written?.lastIndexOf('-') ?? -1
  const country = countryOf(written?.slice(dash + 1) ?? null)
  const there = country === null ? written : written?.slice(0, Math.max(dash, 0))
  const [city, state] = (there ?? '').split(',').map((part) => part.trim())
  return { city: city || null, state: state || null, country }
}

export function placeOf(area: string | null): Pick<Scan, 'location' | 'city'> {
  const tidy = area?.replace(/\s+/g, ' ').trim() ?? null
  return place([tidy], areaOf(tidy).city)
}

export function zoneAt(area: string | null): string | null {
  const { country, state } = areaOf(area)
  return zoneOf(country, state)
}
