/**
 * What carriers write for a time, read once for all of them. A carrier's habits are data (`Clock`);
 * what no habit explains is no time, and the scan is kept without one.
 *
 * Read are: ISO 8601 and its relatives (`2024-08-12T15:18:10.123-05:00`, `…10 -0500`, `…+2:00`,
 * `20240812151810`), numeric dates with the year last, months by their English name, clocks with AM
 * and PM, 24:00, WCF dates (`/Date(1700000000000-0500)/`: the milliseconds are UTC, the offset says
 * where), .NET ticks, Unix seconds and milliseconds, decimal digits of any script. The year 1 and other
 * fillers are no date.
 */
import { DAY, MINUTE, SECOND } from '../lib/clock.ts'
import { asciiDigit } from '../lib/order-number.ts'

/** How a carrier writes its times. */
export interface Clock {
  /** Which of day and month comes first in a numeric date that ends with the year; else that is no date */
  readonly order?: 'dmy' | 'mdy'
  /** IANA zone of the times that carry no offset, where the carrier documents one */
  readonly zone?: string
  /** The offset of that zone, `+07:00`, where it is the same all year: then the instant is known */
  readonly offset?: string
  /** Years by which its calendar is ahead: 543 where years are Buddhist */
  readonly ahead?: number
}

/** The time of a scan: instant, wall clock (or a day alone) and zone, each as far as it is known. */
export interface Moment {
  readonly at: string | null
  readonly local: string | null
  readonly zone: string | null
}

export const NO_MOMENT: Moment = { at: null, local: null, zone: null }

/** Fillers for "never" lie outside: the year 1, 1900, 9999. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i
const WCF = /^\/Date\((-?\d{1,15})([+-]\d{4})?\)\/$/
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})/
const COMPACT = /^(\d{4})(\d\d)(\d\d)/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/
const DAY_MONTH = /^(\d{1,2})[\s.-]+([a-z]{3})[a-z]*\.?,?[\s.-]+(\d{4})/i
const MONTH_DAY = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/i
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(?:([ap])\.?m\.?)?/i
const COMPACT_TIME = /^(\d\d)(\d\d)(\d\d)?(?!\d)/
const UTC = /^(?:Z|UTC|GMT)$/i
const OFFSET = /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?$/i

/** .NET counts steps of 100 nanoseconds from the year 1. */
const TICKS_PER_MILLISECOND = 10_000
const TICKS_AT_1970 = 621_355_968_000_000_000

/** No place on earth is further from UTC, and all offsets are quarters of an hour. */
const MAX_OFFSET = 14 * 60
const OFFSET_STEP = 15

/** One value, or a date and a time in two fields. */
export function readMoment(written: string | number | null, clock: Clock = {}): Moment {
  const text = plain(written)
  const since = instantOf(text)
  if (since) return since
  const date = readDate(text, clock)
  if (!date) return NO_MOMENT
  const rest = date.rest.replace(/^[T,\s]+/i, '')
  const time = readTime(rest)
  if (!time) return rest === '' ? { ...NO_MOMENT, local: date.day } : NO_MOMENT
  return momentOf(time.hours === 24 ? dayAfter(date.day) : date.day, time, clock)
}

/** A date in one field and a time in another; without a time it is a day. */
export const readMomentOf = (
  date: string | number | null,
  time: string | number | null,
  clock: Clock = {},
): Moment => readMoment([plain(date), plain(time)].filter(Boolean).join(' '), clock)

/**
 * One moment on two clocks: UTC's, and the one of the place, from which the offset follows. Some write
 * a `Z` on both: that of the place is no offset, and where the two agree the place's clock is not known.
 */
export function readMomentOfTwo(utc: string | null, there: string | null): Moment {
  const [known, wall] = [readMoment(utc), readMoment(there)]
  if (wall.at !== null && wall.local !== null) return wall
  const local = wall.local ?? wall.at?.slice(0, 19) ?? null
  if (known.at === null) return { ...NO_MOMENT, local }
  if (known.local !== null || !local?.includes('T')) return known
  const minutes = (Date.parse(`${local}Z`) - Date.parse(`${known.at.slice(0, 19)}Z`)) / MINUTE
  const isOffset = minutes % OFFSET_STEP === 0 && Math.abs(minutes) <= MAX_OFFSET
  if (!isOffset || (minutes === 0 && wall.at !== null)) return known
  return { at: local + writeOffset(minutes), local, zone: null }
}

/** The day of what is written, `YYYY-MM-DD`, whatever time goes with it; null where there is none. */
export function readDay(written: string | number | null, clock: Clock = {}): string | null {
  const text = plain(written)
  const since = instantOf(text)
  return since ? (since.local ?? since.at ?? '').slice(0, 10) : (readDate(text, clock)?.day ?? null)
}

/** What a range of days or a window begins or ends with: the instant where it is known, else the wall clock or the day. */
export function readPoint(written: string | number | null, clock: Clock = {}): string | null {
  const { at, local } = readMoment(written, clock)
  return at ?? local
}

const plain = (written: string | number | null): string =>
  String(written ?? '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(WEEKDAY, '')

/** What counts from a fixed moment: WCF, ticks, Unix time. */
function instantOf(text: string): Moment | null {
  const [, milliseconds, offset] = WCF.exec(text) ?? []
  if (milliseconds) return instant(Number(milliseconds), offset ? readOffset(offset) : null)
  if (/^\d{18}$/.test(text)) {
    // Ticks say nothing of a zone: a wall clock.
    const at = instant((Number(text) - TICKS_AT_1970) / TICKS_PER_MILLISECOND, null).at
    return { ...NO_MOMENT, local: at?.slice(0, 19) ?? null }
  }
  if (/^\d{13}$/.test(text)) return instant(Number(text), null)
  return /^1\d{9}$/.test(text) ? instant(Number(text) * SECOND, null) : null
}

/** An instant, written as clocks with this offset show it. */
function instant(time: number, offset: number | null): Moment {
  const date = new Date(Math.trunc(time) + (offset ?? 0) * MINUTE)
  const year = date.getUTCFullYear()
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return NO_MOMENT
  const wall = date.toISOString().replace(/(?:\.000)?Z$/, '')
  if (offset === null) return { ...NO_MOMENT, at: `${wall}Z` }
  return { ...NO_MOMENT, at: wall + writeOffset(offset), local: wall.slice(0, 19) }
}

interface DateRead {
  readonly day: string
  readonly rest: string
}

function readDate(text: string, clock: Clock): DateRead | null {
  const found = fieldsOf(text, clock)
  if (!found) return null
  const [year, month, day, length] = found
  const ahead = clock.ahead ?? 0
  const read = isoDay(year > LAST_YEAR ? year - ahead : year, month, day)
  return read === null ? null : { day: read, rest: text.slice(length) }
}

/** Year, month, day as numbers, and how much of the text they took. */
function fieldsOf(text: string, clock: Clock): [number, number, number, number] | null {
  const fields = (match: RegExpExecArray, year: number, month: number, day: number) =>
    [Number(match[year]), monthOf(match[month] ?? ''), Number(match[day]), match[0].length] as [
      number,
      number,
      number,
      number,
    ]
  const compact = /^\d{8}/.test(text) ? COMPACT.exec(text) : null
  if (compact) return fields(compact, 1, 2, 3)
  const first = YEAR_FIRST.exec(text)
  if (first) return fields(first, 1, 3, 4)
  const last = clock.order ? YEAR_LAST.exec(text) : null
  if (last) return clock.order === 'dmy' ? fields(last, 3, 2, 1) : fields(last, 3, 1, 2)
  const dayMonth = DAY_MONTH.exec(text)
  if (dayMonth) return fields(dayMonth, 3, 2, 1)
  const monthDay = MONTH_DAY.exec(text)
  return monthDay && fields(monthDay, 3, 1, 2)
}

const monthOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : MONTHS.indexOf(written.toLowerCase()) + 1

/** Not the 30th of February. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)

interface TimeRead {
  readonly hours: number
  readonly minutes: string
  readonly seconds: string
  /** `.123`, or empty */
  readonly fraction: string
  readonly offset: string
}

function readTime(text: string): TimeRead | null {
  const match = TIME.exec(text) ?? COMPACT_TIME.exec(text)
  if (!match) return null
  const [, hour, minutes = '', seconds = '00', digits, half] = match
  const hours = hoursOf(Number(hour), half)
  const midnight = hours === 24 && Number(minutes) === 0 && Number(seconds) === 0
  if ((hours > 23 && !midnight) || Number(minutes) > 59 || Number(seconds) > 59) return null
  const fraction = digits && Number(digits) > 0 ? `.${digits.slice(0, 3)}` : ''
  return { hours, minutes, seconds, fraction, offset: text.slice(match[0].length).trim() }
}

/** Some write `14:30 PM`: a clock that is past twelve needs no half of the day. */
function hoursOf(hour: number, half: string | undefined): number {
  if (!half || hour > 12) return hour
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function momentOf(day: string, time: TimeRead, clock: Clock): Moment {
  const local = `${day}T${two(time.hours % 24)}:${time.minutes}:${time.seconds}`
  const precise = local + time.fraction
  if (UTC.test(time.offset)) return { ...NO_MOMENT, at: `${precise}Z` }
  const offset = readOffset(time.offset)
  if (offset !== null) return { ...NO_MOMENT, at: precise + writeOffset(offset), local }
  // The abbreviation of a zone is no offset: carriers write EST in summer.
  const { zone = null } = clock
  if (zone === 'UTC') return { ...NO_MOMENT, at: `${precise}Z` }
  return { at: clock.offset ? precise + clock.offset : null, local, zone }
}

/** Minutes east of UTC, or null for what is no offset. */
function readOffset(text: string): number | null {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? []
  if (!sign) return null
  const total = Number(hours) * 60 + Number(minutes)
  if (total > MAX_OFFSET || Number(minutes) > 59) return null
  return sign === '-' ? -total : total
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const two = (part: number): string => String(part).padStart(2, '0')
