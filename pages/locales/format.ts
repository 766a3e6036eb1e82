/**
 * Dates, times, numbers and money of one locale. `Intl` formatters are slow to make, so they are made
 * once per (locale, digits) and, for the one that knows a zone, per zone; calendar and digits are
 * always explicit, because engines differ in what a locale implies. Every time is first turned into
 * a wall clock (`YYYY-MM-DDTHH:mm:ss`) and from there on formatted as UTC, so that a day stays a day.
 */
import type { Locale } from '../../schema/vocabulary.ts'
import type { Plural } from './words.ts'

export type Digits = 'latn' | 'arab'

export interface Format {
  readonly number: (value: number) => string
  readonly money: (amount: string, currency: string | null) => string
  readonly choose: (forms: Plural, count: number) => string
  /** A wall clock or day as weekday, day and month */
  readonly day: (wall: string) => string
  /** The same with the year */
  readonly date: (wall: string) => string
  /** Two days as a range without weekdays */
  readonly days: (from: string, to: string) => string
  readonly time: (wall: string) => string
  readonly times: (from: string, to: string) => string
  /** The same over midnight */
  readonly hours: (from: string, to: string) => string
}

/** More than all languages, digits and zones of one busy isolate; beyond it the oldest goes. */
const KEPT = 200
/** The minutes of a day, and the days orders speak of: `Intl` is asked once for each, not per scan. */
const KEPT_TEXTS = 1500

/** A map that makes what it lacks and forgets its oldest. */
function kept<Key, T>(make: (key: Key) => T, size = KEPT): (key: Key) => T {
  const made = new Map<Key, T>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const value = make(key)
    const oldest = made.size < size ? undefined : made.keys().next().value
    if (oldest !== undefined) made.delete(oldest)
    made.set(key, value)
    return value
  }
}

/** These share their symbol with another currency, so the ISO code is shown instead. */
const SHARED_SYMBOL = new Set(
  (
    'USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP BRL BSD BBD BZD BMD BND FJD GYD JMD KYD LRD NAD ' +
    'SBD SRD TTD XCD UYU GBP EGP LBP SYP SDG GIP FKP SHP CNY JPY SEK NOK DKK ISK CZK INR PKR LKR ' +
    'NPR MUR SCR IRR OMR YER SAR QAR KRW KPW'
  ).split(' '),
)
const CURRENCY = /^[A-Z]{3}$/

const utc = (wall: string): Date => new Date(wall.length === 10 ? `${wall}T00:00:00Z` : `${wall}Z`)

// A line may not end inside a range: a narrow no-break space for the thin one, word joiners at the dash.
const unbroken = (range: string): string =>
  range.replace(/\u2009/g, '\u202f').replace(/–/g, '\u2060–\u2060')

function make(locale: string, digits: string): Format {
  const fixed = { calendar: 'gregory', numberingSystem: digits, timeZone: 'UTC' } as const
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...fixed, ...options })
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const date = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const span = dates({ day: 'numeric', month: 'long' })
  const time = dates({ hour: 'numeric', minute: '2-digit' })
  const number = new Intl.NumberFormat(locale, { numberingSystem: digits })
  const plural = new Intl.PluralRules(locale)
  const texts = (format: Intl.DateTimeFormat) =>
    kept((wall: string) => format.format(utc(wall)), KEPT_TEXTS)
  const [days, dated, minutes] = [texts(day), texts(date), texts(time)]
  return {
    number: (value) => number.format(value),
    money: (amount, currency) => money(locale, digits, amount, currency),
    choose: (forms, count) => forms[plural.select(count)] ?? forms.other,
    day: (wall) => days(wall.slice(0, 10)),
    date: (wall) => dated(wall.slice(0, 10)),
    days: (from, to) => unbroken(span.formatRange(utc(from), utc(to))),
    time: (wall) => minutes(`1970-01-01${wall.slice(10, 16)}:00`),
    times: (from, to) => unbroken(time.formatRange(utc(from), utc(to))),
    hours: (from, to) => unbroken(`${time.format(utc(from))}\u2009–\u2009${time.format(utc(to))}`),
  }
}

const moneyFormat = kept((key: string) => {
  const [locale, numberingSystem = 'latn', currency = ''] = key.split(' ')
  const style = CURRENCY.test(currency)
    ? ({
        style: 'currency',
        currency,
        currencyDisplay: SHARED_SYMBOL.has(currency) ? 'code' : 'symbol',
      } as const)
    : ({ minimumFractionDigits: 2 } as const)
  return new Intl.NumberFormat(locale, { numberingSystem, ...style })
})

function money(locale: string, digits: string, amount: string, currency: string | null): string {
  const value = Number(amount)
  if (amount.trim() === '' || !Number.isFinite(value)) return amount
  return moneyFormat(`${locale} ${digits} ${currency ?? ''}`).format(value)
}

const formats = kept((key: string) => {
  const [locale = 'en', digits = 'latn'] = key.split(' ')
  return make(locale, digits)
})

/** The formatters of a language; made once. */
export const formatFor = (locale: Locale, digits: Digits): Format => formats(`${locale} ${digits}`)

// Swedish writes ISO order with Latin digits: one call gives the whole wall clock.
const walls = kept(
  (timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    }),
)

/** Clocks are changed on a quarter of an hour, everywhere: within one a zone has one offset. */
const QUARTER_MS = 900_000
const KEPT_OFFSETS = 3000

/** By zone, how far its clocks are ahead of UTC in each quarter of an hour, in milliseconds. */
const offsets = kept((zone: string) =>
  kept((quarter: number) => {
    const start = quarter * QUARTER_MS
    return Date.parse(`${walls(zone).format(start).replace(' ', 'T')}Z`) - start
  }, KEPT_OFFSETS),
)

/** What the clocks of a zone show at an instant, as `YYYY-MM-DDTHH:mm:ss`. `at`: epoch milliseconds. */
export function wallClock(at: number, zone: string): string {
  return new Date(at + offsets(zone)(Math.floor(at / QUARTER_MS))).toISOString().slice(0, 19)
}
