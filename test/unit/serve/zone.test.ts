import { expect, it } from 'vitest'
import { dateIn, firstZone, isZone, wallIn, wallOf } from '../../../worker/lib/zone.ts'
import { zoneOf } from '../../../worker/serve/zone.ts'
import { placed } from '../../support/orders.ts'

const EVENING = Date.parse('2026-03-10T22:30:00Z')
const stateTo = (zone?: string) => ({
  placed: placed({ delivery: { method: 'home', ...(zone !== undefined && { time_zone: zone }) } }),
})

it.each([
  ['Asia/Dubai', '2026-03-11'],
  ['America/New_York', '2026-03-10'],
  ['UTC', '2026-03-10'],
  ['Pacific/Kiritimati', '2026-03-11'],
])('gives the date in %s, whatever the calendar there', (zone, date) => {
  expect(dateIn(zone, EVENING)).toBe(date)
})

it('gives the wall clock to the second, midnight as 00', () => {
  expect(wallIn('Asia/Dubai', EVENING)).toBe('2026-03-11T02:30:00')
  expect(wallIn('UTC', Date.parse('2026-03-10T00:00:09Z'))).toBe('2026-03-10T00:00:09')
})

it('takes the destination’s zone, then the merchant’s, then UTC', () => {
  expect(zoneOf(stateTo('Asia/Tokyo'), { time_zone: 'Asia/Dubai' })).toBe('Asia/Tokyo')
  expect(zoneOf(stateTo(), { time_zone: 'Asia/Dubai' })).toBe('Asia/Dubai')
  expect(zoneOf(stateTo('Mars/Base'), { time_zone: 'Nowhere' })).toBe('UTC')
})

it('knows what is no zone, and answers for it in UTC instead of throwing', () => {
  expect(['', 'Mars/Base', 'GMT+25', '\u0000'].map(isZone)).toEqual([false, false, false, false])
  expect(firstZone(null, undefined, 'Mars/Base')).toBe('UTC')
  expect(wallIn('Mars/Base', 0)).toBe('1970-01-01T00:00:00')
})

it('stays right beyond the zones it keeps formatters for', () => {
  for (let index = 0; index < 450; index += 1) isZone(`Mars/Base${index}`)
  expect(dateIn('Asia/Dubai', EVENING)).toBe('2026-03-11')
})

it.each([
  ['a day stays a day', '2026-03-10', '2026-03-10'],
  ['a wall clock stays as it is', '2026-03-10T14:00:00', '2026-03-10T14:00:00'],
  ['an instant is shown as clocks there show it', '2026-03-10T22:30:00Z', '2026-03-11T02:30:00'],
  ['an offset counts', '2026-03-10T22:30:00-05:00', '2026-03-11T07:30:00'],
  ['nonsense is nothing', 'soon', ''],
  ['a month 13 is nothing', '2026-13-01', ''],
])('%s', (_name, text, wall) => {
  expect(wallOf(text, 'Asia/Dubai')).toBe(wall)
})
