/**
 * UPS's clocks. A scan has the wall clock of its place (`date`, `time`) and, mostly, the same moment
 * in GMT; Track Alert gives no offset, so it follows from the two. Dates come as 20210210 or
 * 2021-02-10, times as 071356, 07:13:56 or, in the specification's own example, 74700.
 */
import { MINUTE } from '../../lib/clock.ts'

const DATE = /^(\d{4})-?(\d{2})-?(\d{2})$/
const TIME = /^(\d{1,2}):?(\d{2}):?(\d{2})$/
const OFFSET = /^([+-])(\d{1,2}):?(\d{2})$/

/** No place on earth is further from GMT, and all offsets are quarters of an hour. */
const MAX_OFFSET = 14 * 60
const OFFSET_STEP = 15

export interface Clocks {
  readonly date: string | null
  readonly time: string | null
  readonly gmtDate: string | null
  readonly gmtTime: string | null
  readonly gmtOffset: string | null
}

/** `YYYY-MM-DD`, or null for what is no date. */
export function readDay(date: string | null): string | null {
  const [, year, month, day] = DATE.exec(date ?? '') ?? []
  return year && month && day && isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month}-${day}`
    : null
}

/** `HH:mm:ss`, or null for what is no time. */
export function readTime(time: string | null): string | null {
  const [, hour, minute, second] = TIME.exec(time ?? '') ?? []
  if (!hour || !minute || !second) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}:${second}`
}

/** The instant with its offset where UPS gives one, and the wall clock at the place. */
export function readMoment(clocks: Clocks): { at: string | null; local: string | null } {
  const local = wallClock(clocks.date, clocks.time)
  const gmt = wallClock(clocks.gmtDate, clocks.gmtTime)
  const stated = readOffset(clocks.gmtOffset)
  if (local) {
    const offset = gmt ? difference(local, gmt) : stated
    return { at: offset === null ? null : local + writeOffset(offset), local }
  }
  if (gmt && stated !== null) {
    const there = shift(gmt, stated)
    return { at: there + writeOffset(stated), local: there }
  }
  return { at: gmt && `${gmt}Z`, local: null }
}

/** `YYYY-MM-DDTHH:mm:ss`, or null where either half is missing or wrong. */
export function wallClock(date: string | null, time: string | null): string | null {
  const [day, clock] = [readDay(date), readTime(time)]
  return day && clock && `${day}T${clock}`
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1900
}

/** Minutes east of GMT, or null where two clocks cannot be of one moment. */
function difference(local: string, gmt: string): number | null {
  const minutes = (Date.parse(`${local}Z`) - Date.parse(`${gmt}Z`)) / MINUTE
  return isOffset(minutes) ? minutes : null
}

function readOffset(offset: string | null): number | null {
  const [, sign, hours, minutes] = OFFSET.exec(offset ?? '') ?? []
  if (!sign) return null
  const total = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return isOffset(total) ? total : null
}

const isOffset = (minutes: number): boolean =>
  minutes % OFFSET_STEP === 0 && Math.abs(minutes) <= MAX_OFFSET

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const shift = (wall: string, minutes: number): string =>
  new Date(Date.parse(`${wall}Z`) + minutes * MINUTE).toISOString().slice(0, 19)
