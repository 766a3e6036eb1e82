/** Where an order goes, as far as a grant shows it: people forward and photograph their pages. */
import type { TrackingView } from '../../pages/tracking/view.ts'
import type { Locale } from '../../schema/vocabulary.ts'
import type { Placed } from '../order/state.ts'

/** Name, masked street, place and country; null where nothing is known. */
export function destinationView(placed: Placed, locale: Locale): TrackingView['destination'] {
  const { address } = placed.delivery
  const name = (placed.recipient ?? placed.buyer).name ?? null
  if (!address) return name ? { name, lines: [] } : null
  const place = [realPostcode(address.postcode), address.city, address.region].filter(Boolean)
  const lines = [...address.lines.map(mask), place.join(' '), country(address.country, locale)]
  return { name, lines: lines.filter((line) => line !== '') }
}

/** The first letter of each word stays: enough to know one's own street, too little to find another's. */
export const mask = (line: string): string =>
  line.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const [first = ''] = word
    return /\p{L}/u.test(first) ? `${first}•••` : '••'
  })

/** Hong Kong and the Emirates have none, and shops fill in zeros. */
const realPostcode = (postcode: string | undefined): string =>
  postcode && !/^0+$/.test(postcode) ? postcode : ''

const countries = new Map<Locale, Intl.DisplayNames>()

function country(code: string, locale: Locale): string {
  const names = countries.get(locale) ?? new Intl.DisplayNames(locale, { type: 'region' })
  countries.set(locale, names)
  return names.of(code) ?? code
}
