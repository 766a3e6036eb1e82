import { describe, expect, it } from 'vitest'
import { comparable, countryOf, zoneOf } from '../../../worker/carriers/zones.ts'
import { isZone } from '../../../worker/lib/zone.ts'

describe('the zone of a place', () => {
  it.each([
    ['DE', null, 'Europe/Berlin'],
    ['de', 'BY', 'Europe/Berlin'],
    ['XK', null, 'Europe/Belgrade'],
    ['US', 'NV', 'America/Los_Angeles'],
    ['US', 'az', 'America/Phoenix'],
    ['AU', 'QLD', 'Australia/Brisbane'],
    ['CA', 'MB', 'America/Winnipeg'],
  ])('%s %s has one clock', (country, state, zone) => {
    expect(zoneOf(country, state)).toBe(zone)
  })

  it.each([
    ['US', null],
    ['US', 'TX'],
    ['CA', 'ON'],
    ['ES', null],
    ['BR', 'AM'],
    ['ZZ', null],
    [null, 'CA'],
  ])('%s %s has several, or none we know', (country, state) => {
    expect(zoneOf(country, state)).toBeNull()
  })

  it('every zone named is one', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const pairs = letters.flatMap((first) => letters.map((second) => first + second))
    const places = pairs.flatMap((country) => [zoneOf(country), zoneOf('US', country)])
    const zones = new Set(places.filter((zone) => zone !== null))
    expect(zones.size).toBeGreaterThan(150)
    expect([...zones].filter((zone) => !isZone(zone))).toEqual([])
  })
})

describe('a country as carriers write it', () => {
  it.each([
    ['DE', 'DE'],
    ['nl', 'NL'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['ÖSTERREICH', 'AT'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['UK', 'GB'],
    [' Switzerland ', 'CH'],
  ])('%s is %s', (written, code) => {
    expect(countryOf(written)).toBe(code)
  })

  it.each([[null], [''], ['Bonn'], ['Entenhausen']])('%s is none', (written) => {
    expect(countryOf(written)).toBeNull()
  })
})

describe('clocks of one parcel', () => {
  const scan = (at: string | null, local: string | null, zone: string | null) => ({
    at,
    local,
    zone,
    code: null,
    text: null,
    location: null,
    city: null,
    milestone: null,
    reason: null,
  })
  const zonesOf = (...scans: ReturnType<typeof scan>[]) => comparable(scans).map(({ zone }) => zone)
  const auckland = scan(null, '2026-03-10T08:00:00', 'Pacific/Auckland')

  it('all keep their zone, or none', () => {
    expect(zonesOf(auckland, auckland)).toEqual(['Pacific/Auckland', 'Pacific/Auckland'])
    const nowhere = scan(null, '2026-03-10T08:00:00', null)
    expect(zonesOf(auckland, nowhere)).toEqual([null, null])
  })

  it('an instant beside them is no reason to lose it, nor is a day or no time at all', () => {
    const instant = scan('2026-03-10T08:00:00Z', null, null)
    const nowhere = scan(null, '2026-03-10T08:00:00', null)
    expect(zonesOf(auckland, instant, nowhere)).toEqual(['Pacific/Auckland', null, null])
    expect(zonesOf(auckland, scan(null, '2026-03-10', null))).toEqual(['Pacific/Auckland', null])
    expect(zonesOf(auckland, scan(null, null, null))).toEqual(['Pacific/Auckland', null])
  })
})
