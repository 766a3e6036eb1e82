/** The destination's time: whose "today" a page speaks of. */

import type { OrderState } from '../order/state.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'

export const zoneOf = (state: OrderState, merchant: MerchantConfiguration): string =>
  state.placed.delivery.time_zone ?? merchant.time_zone

const days = new Map<string, Intl.DateTimeFormat>()
const MAX_ZONES = 100

/** The date in a zone, YYYY-MM-DD. `at`: epoch milliseconds. */
export function dateIn(zone: string, at: number): string {
  const known = days.get(zone)
  // The Swedish form of a date is ISO 8601's.
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
    })
  if (!known) {
    if (days.size >= MAX_ZONES) days.clear()
    days.set(zone, format)
  }
  return format.format(at)
}
