import { describe, expect, it } from 'vitest'
import { countryOf, zoneOf } from '../../../worker/carriers/zones.ts'
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
    ['BR', 'SP'],
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
    [' Switzerland ', 'CH'],
  ])('%s is %s', (written, code) => {
    expect(countryOf(written)).toBe(code)
  })

  it.each([[null], [''], ['Bonn'], ['Entenhausen']])('%s is none', (written) => {
    expect(countryOf(written)).toBeNull()
  })
})
