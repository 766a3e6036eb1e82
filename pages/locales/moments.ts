/** Days and moments in words: "today", "Tuesday, May 12", "tomorrow, 2:00 – 4:00 PM". */
import { wallClock } from './format.ts'
import type { Speech } from './speech.ts'
import { fill } from './speech.ts'

const DAY_MS = 86_400_000
const HAS_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** A day, an instant or a wall clock, read: `wall` is what a clock there showed. */
export interface Reading {
  readonly wall: string
  /** The value of `datetime` */
  readonly machine: string
  readonly kind: 'day' | 'instant' | 'local'
}

/** Reads `YYYY-MM-DD`, an instant with offset, or a wall clock without one; null for anything else. */
export function read(text: string, zone: string): Reading | null {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return null
  if (DAY.test(text)) return { wall: text, machine: text, kind: 'day' }
  if (WALL.test(text)) return { wall: text, machine: text, kind: 'local' }
  if (!HAS_OFFSET.test(text)) return null
  return { wall: wallClock(at, zone), machine: text, kind: 'instant' }
}

export const dayOf = (wall: string): string => wall.slice(0, 10)

const NEAR = new Map<number, 'yesterday' | 'today' | 'tomorrow'>([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])

/** A day as a shopper would say it; the year only where it is another one. */
export function dayWords(s: Speech, wall: string): string {
  const day = dayOf(wall)
  const near = NEAR.get(Math.round((Date.parse(day) - Date.parse(s.today)) / DAY_MS))
  if (near) return s.words.date[near]
  return dateWords(s, day)
}

const dateWords = (s: Speech, day: string): string =>
  day.slice(0, 4) === s.today.slice(0, 4) ? s.format.day(day) : s.format.date(day)

/** The same for what has happened: where it did, the date may be one the destination has yet to see. */
export function pastDayWords(s: Speech, wall: string): string {
  const day = dayOf(wall)
  return day > s.today ? dateWords(s, day) : dayWords(s, day)
}

/** A reading in words: the day, and the time where one is known. */
export function momentWords(s: Speech, reading: Reading, dayIn = dayWords): string {
  const day = dayIn(s, reading.wall)
  if (reading.kind === 'day') return day
  return fill(s.words.date.at, { day, time: s.format.time(reading.wall) })
}

/** How a text begins a line of its own. */
export const atStart = (s: Speech, text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(s.locale) + text.slice(1)

/** A moment given as text in words; null where it cannot be read. */
export function textWords(s: Speech, text: string | null): string | null {
  const reading = text === null ? null : read(text, s.zone)
  return reading && momentWords(s, reading)
}

const OVERNIGHT_MS = DAY_MS / 2

/** Hours that run past midnight belong to the day they begin on. */
const isOvernight = (from: Reading, to: Reading): boolean =>
  from.kind !== 'day' &&
  to.kind !== 'day' &&
  dayOf(from.wall) !== dayOf(to.wall) &&
  Date.parse(`${to.wall}Z`) - Date.parse(`${from.wall}Z`) <= OVERNIGHT_MS

/** A range in words: one day, days without weekdays, or a day with its hours. */
export function rangeWords(
  s: Speech,
  range: { readonly from: string; readonly to: string },
  zone = s.zone,
): string | null {
  const from = read(range.from, zone)
  const to = read(range.to, zone)
  if (!from || !to) return null
  if (isOvernight(from, to)) {
    const time = s.format.hours(from.wall, to.wall)
    return fill(s.words.date.at, { day: dayWords(s, from.wall), time })
  }
  if (dayOf(from.wall) !== dayOf(to.wall)) {
    return fill(s.words.date.span, { range: s.format.days(dayOf(from.wall), dayOf(to.wall)) })
  }
  if (from.kind === 'day' || to.kind === 'day') return dayWords(s, to.wall)
  const time = from.wall === to.wall ? s.format.time(to.wall) : s.format.times(from.wall, to.wall)
  return fill(s.words.date.at, { day: dayWords(s, to.wall), time })
}

/** What is still ahead of a range of days: days gone by are not promised any more. */
export function aheadWords(
  s: Speech,
  range: { readonly from: string; readonly to: string },
): string | null {
  const from = read(range.from, s.zone)
  const to = read(range.to, s.zone)
  if (!from || !to || dayOf(to.wall) < s.today) return null
  return dayOf(from.wall) < s.today
    ? rangeWords(s, { from: s.today, to: dayOf(to.wall) })
    : rangeWords(s, range)
}
