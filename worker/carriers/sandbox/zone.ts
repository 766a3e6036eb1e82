/** Wall clocks by IANA zone. */

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  formatters.set(zone, formatter)
  return formatter
}

/** An instant as a place's clocks show it: `at` with offset, `local` without, `day` alone. */
export function clockAt(
  milliseconds: number,
  zone: string,
): { at: string; local: string; day: string } {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatterOf(zone).formatToParts(milliseconds)) parts[type] = value
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const date = `${year.padStart(4, '0')}-${month}-${day}`
  const local = `${date}T${hour}:${minute}:${second}`
  // `GMT+03:00`; plain `GMT` at zero
  const offset = parts.timeZoneName?.slice(3) || '+00:00'
  return { at: local + offset, local, day: date }
}
