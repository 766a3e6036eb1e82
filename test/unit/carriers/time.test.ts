import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../worker/carriers/time.ts'
import {
  NO_MOMENT,
  readDay,
  readMoment,
  readMomentOf,
  readMomentOfTwo,
  readPoint,
} from '../../../worker/carriers/time.ts'

const INDIA = { zone: 'Asia/Kolkata', offset: '+05:30' }
const THAILAND = { order: 'dmy', zone: 'Asia/Bangkok', offset: '+07:00', ahead: 543 } as const

describe('an offset is kept', () => {
  it.each([
    ['2024-08-12T15:18:10-05:00', '2024-08-12T15:18:10-05:00', '2024-08-12T15:18:10'],
    ['2024-08-12T15:18:10 -0500', '2024-08-12T15:18:10-05:00', '2024-08-12T15:18:10'],
    ['2024-08-12T15:18:10+2:00', '2024-08-12T15:18:10+02:00', '2024-08-12T15:18:10'],
    ['2024-08-12 15:18 +0530', '2024-08-12T15:18:00+05:30', '2024-08-12T15:18:00'],
    ['2024-08-12T15:18:10.1234567+07', '2024-08-12T15:18:10.123+07:00', '2024-08-12T15:18:10'],
    ['2024-08-12T15:18:10 GMT+03:00', '2024-08-12T15:18:10+03:00', '2024-08-12T15:18:10'],
    ['2024-08-12T15:18:10Z', '2024-08-12T15:18:10Z', null],
    ['2024-08-12T15:18:10.000Z', '2024-08-12T15:18:10Z', null],
    ['2024-08-12 15:18:10 UTC', '2024-08-12T15:18:10Z', null],
    ['Mon, 12 Aug 2024 15:18:10 GMT', '2024-08-12T15:18:10Z', null],
  ])('%s', (written, at, local) => {
    expect(readMoment(written, INDIA)).toEqual({ at, local, zone: null })
  })
})

describe('without an offset a time is the wall clock of its place', () => {
  it.each<[string, Clock, string]>([
    ['2024-08-12T15:18:10', {}, '2024-08-12T15:18:10'],
    ['2024-08-12 15:18:10.25', {}, '2024-08-12T15:18:10'],
    ['20240812151810', {}, '2024-08-12T15:18:10'],
    ['20240812 1518', {}, '2024-08-12T15:18:00'],
    ['2024/8/2 5:18', {}, '2024-08-02T05:18:00'],
    ['12-08-2024 15:18:10', { order: 'dmy' }, '2024-08-12T15:18:10'],
    ['12.08.2024, 15:18', { order: 'dmy' }, '2024-08-12T15:18:00'],
    ['08/12/2024 03:18 PM', { order: 'mdy' }, '2024-08-12T15:18:00'],
    ['8/12/2024 12:05:00 a.m.', { order: 'mdy' }, '2024-08-12T00:05:00'],
    ['8/12/2024 12:05 PM', { order: 'mdy' }, '2024-08-12T12:05:00'],
    // Some write both clocks at once.
    ['8/12/2024 15:05 PM', { order: 'mdy' }, '2024-08-12T15:05:00'],
    ['August 12, 2024 3:18 pm', {}, '2024-08-12T15:18:00'],
    ['12 Aug 2024 15:18', {}, '2024-08-12T15:18:00'],
    ['12-AUG-2024 15:18', {}, '2024-08-12T15:18:00'],
    ['Monday, August 12, 2024 3:18 pm', {}, '2024-08-12T15:18:00'],
    ['2024-12-31T24:00:00', {}, '2025-01-01T00:00:00'],
    ['٢٠٢٤-٠٨-١٢ ١٥:١٨', {}, '2024-08-12T15:18:00'],
    // An abbreviation is a zone, and carriers write EST in summer.
    ['2024-08-12T15:18:10 EST', {}, '2024-08-12T15:18:10'],
    ['638590726900000000', {}, '2024-08-12T15:18:10'],
  ])('%s', (written, clock, local) => {
    expect(readMoment(written, clock)).toEqual({ at: null, local, zone: null })
  })

  it('with its zone where that is documented, and its instant where the zone has one offset', () => {
    expect(readMoment('2024-08-12T15:18:10', { zone: 'America/Toronto' })).toEqual({
      at: null,
      local: '2024-08-12T15:18:10',
      zone: 'America/Toronto',
    })
    expect(readMoment('2024-08-12T15:18:10.265', INDIA)).toEqual({
      at: '2024-08-12T15:18:10.265+05:30',
      local: '2024-08-12T15:18:10',
      zone: 'Asia/Kolkata',
    })
    expect(readMoment('2024-08-12T15:18:10', { zone: 'UTC' })).toEqual({
      ...NO_MOMENT,
      at: '2024-08-12T15:18:10Z',
    })
  })

  it('of a Buddhist year is of ours', () => {
    expect(readMoment('19/07/2567 18:12:26', THAILAND).at).toBe('2024-07-19T18:12:26+07:00')
    expect(readMoment('19/07/2567 18:12:26+07:00', THAILAND).local).toBe('2024-07-19T18:12:26')
    expect(readMoment('29/02/2567 08:00', THAILAND).local).toBe('2024-02-29T08:00:00')
    expect(readMoment('2024-07-19T18:12:26', THAILAND).local).toBe('2024-07-19T18:12:26')
  })
})

describe('what counts from a fixed moment', () => {
  it.each([
    ['/Date(1723475890000)/', '2024-08-12T15:18:10Z', null],
    ['/Date(1723475890000-0500)/', '2024-08-12T10:18:10-05:00', '2024-08-12T10:18:10'],
    ['/Date(1723475890123+0530)/', '2024-08-12T20:48:10.123+05:30', '2024-08-12T20:48:10'],
    [1723475890, '2024-08-12T15:18:10Z', null],
    [1723475890123, '2024-08-12T15:18:10.123Z', null],
    ['1723475890', '2024-08-12T15:18:10Z', null],
  ])('%s', (written, at, local) => {
    expect(readMoment(written)).toEqual({ at, local, zone: null })
  })
})

describe('a day', () => {
  it('stays a day', () => {
    expect(readMoment('2024-08-12', INDIA)).toEqual({ ...NO_MOMENT, local: '2024-08-12' })
    expect(readMomentOf('20240812', null)).toEqual({ ...NO_MOMENT, local: '2024-08-12' })
    expect(readPoint('12.08.2024', { order: 'dmy' })).toBe('2024-08-12')
  })

  it('is read from a time as well, as its place has it', () => {
    expect(readDay('2024-08-12T23:59:59-05:00')).toBe('2024-08-12')
    expect(readDay('12/08/2024', { order: 'dmy' })).toBe('2024-08-12')
    expect(readDay('/Date(1723475890000-0500)/')).toBe('2024-08-12')
    expect(readDay('soon')).toBeNull()
  })

  it('and a time may be in two fields', () => {
    expect(readMomentOf('20240812', '151810').local).toBe('2024-08-12T15:18:10')
    expect(readMomentOf('2024-08-12', '151').local).toBeNull()
    expect(readMomentOf(null, '15:18').local).toBeNull()
  })
})

describe('no time at all is', () => {
  it.each([
    null,
    '',
    'null',
    'x',
    '0001-01-01T00:00:00',
    '1900-01-01T00:00:00',
    '9999-12-31',
    '/Date(-62135596800000)/',
    '2025-02-30T10:00:00',
    '2025-11-14T25:00:00',
    '2025-11-14T24:01:00',
    '2025-11-14T10:60:00',
    '2025-13-01',
    '12/08/2024',
    '31.02.2024',
    '2024-08-12 in the morning',
    -1,
    0,
  ])('%j', (written) => {
    expect(readMoment(written)).toEqual(NO_MOMENT)
  })
})

it('every instant, written with any offset, is the same instant', () => {
  const times = fc.date({
    min: new Date('1971-01-01T00:00:00Z'),
    max: new Date('2150-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(times, fc.integer({ min: -56, max: 56 }), fc.boolean(), (date, quarters, colon) => {
      const minutes = quarters * 15
      const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
      const two = (part: number) => String(part).padStart(2, '0')
      const offset = `${minutes < 0 ? '-' : '+'}${two(hours)}${colon ? ':' : ''}${two(rest)}`
      const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1)
      const { at, local } = readMoment(wall + offset)
      expect(Date.parse(at ?? '')).toBe(date.getTime())
      expect(local).toBe(wall.slice(0, 19))
    }),
  )
})

describe('one moment on two clocks', () => {
  it.each([
    ['2021-07-23T12:42:00Z', '2021-07-23T07:42:00', '2021-07-23T07:42:00-05:00'],
    ['2026-09-02T01:41:00Z', '2026-09-01T21:41:00Z', '2026-09-01T21:41:00-04:00'],
    ['2026-08-19T22:44:46Z', '2026-08-19T15:44:46-07:00', '2026-08-19T15:44:46-07:00'],
    ['2026-03-10T00:15:00Z', '2026-03-10T06:00:00', '2026-03-10T06:00:00+05:45'],
  ])('%s and %s are %s', (utc, there, at) => {
    expect(readMomentOfTwo(utc, there)).toEqual({ at, local: at.slice(0, 19), zone: null })
  })

  it.each([
    ['2024-01-15T10:30:00Z', null],
    ['2024-01-15T10:30:00Z', '2024-01-15T10:30:00Z'],
    ['2024-01-15T10:30:00Z', '2024-01-15T10:23:00'],
    ['2024-01-15T10:30:00Z', '2024-01-17T10:30:00'],
    ['2024-01-15T10:30:00Z', '2024-01-15'],
  ])('%s and %s say nothing of the place’s clock', (utc, there) => {
    expect(readMomentOfTwo(utc, there)).toEqual({ ...NO_MOMENT, at: utc })
  })

  it('where the two are one, or one is missing, the other speaks', () => {
    expect(readMomentOfTwo('2024-01-15T10:30:00Z', '2024-01-15T10:30:00')).toMatchObject({
      at: '2024-01-15T10:30:00+00:00',
    })
    expect(readMomentOfTwo(null, '2024-01-15T10:30:00Z')).toEqual({
      ...NO_MOMENT,
      local: '2024-01-15T10:30:00',
    })
    expect(readMomentOfTwo('2024-01-15T10:30:00-05:00', '2024-01-15T10:30:00').at).toBe(
      '2024-01-15T10:30:00-05:00',
    )
    expect(readMomentOfTwo(null, null)).toEqual(NO_MOMENT)
  })
})

it('whatever is written, what is read is a time', () => {
  const orders = fc.constantFrom<Clock>({}, { order: 'dmy' }, { order: 'mdy' }, THAILAND, INDIA)
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-/.: TZ+APM'), maxLength: 30 })
  fc.assert(
    fc.property(fc.oneof(digits, fc.string(), fc.integer()), orders, (written, clock) => {
      const { at, local } = readMoment(written, clock)
      if (at !== null) expect(Date.parse(at)).not.toBeNaN()
      if (local !== null) expect(local).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/)
    }),
  )
})
