/** Which articles are in which parcel, and which in none yet. */
import type { ArticleView } from '../../pages/tracking/view.ts'
import type { Line } from '../../schema/order-input.ts'
import type { Locale } from '../../schema/vocabulary.ts'
import type { OrderState, Shipment } from '../order/state.ts'

export interface Article {
  readonly line: Line
  readonly quantity: number
}

/** What a shop says is in a parcel; an order of one parcel and no word of it has everything in it. */
export function lineArticles(state: OrderState, shipment: Shipment): Article[] {
  const { lines } = state.placed
  const silent = state.shipments.every((other) => other.lines.length === 0)
  if (silent && state.shipments.length === 1) {
    return lines.filter(isShippable).map((line) => ({ line, quantity: line.quantity }))
  }
  return shipment.lines.flatMap(({ line: id, quantity }) => {
    const line = lines.find((candidate) => candidate.id === id)
    return line ? [{ line, quantity }] : []
  })
}

/** What no outbound parcel carries and the shop has not taken back. */
export function unshippedArticles(state: OrderState): Article[] {
  const outbound = state.shipments.filter((shipment) => shipment.direction === 'outbound')
  return state.placed.lines.flatMap((line) => {
    const shipped = outbound
      .flatMap((shipment) => lineArticles(state, shipment))
      .filter((article) => article.line.id === line.id)
      .reduce((sum, article) => sum + article.quantity, 0)
    const quantity = openOf(line, shipped)
    return quantity > 0 && !allUntold(state) ? [{ line, quantity }] : []
  })
}

/** The shop's own count of what is open; without one what neither parcels nor its other counts account for. */
function openOf({ quantity, counts }: Line, inParcels: number): number {
  if (!counts) return Math.max(0, quantity - inParcels)
  const sent = counts.shipped + counts.delivered + counts.returned + counts.replaced
  const gone = counts.cancelled + counts.refunded
  return counts.open || Math.max(0, quantity - Math.max(sent, inParcels) - gone)
}

/** Several parcels and no word of what is in which: nothing can be said to be missing. */
const allUntold = (state: OrderState): boolean =>
  state.shipments.length > 1 && state.shipments.every((shipment) => shipment.lines.length === 0)

const isShippable = (line: Line): boolean => line.kind !== 'digital'

export function articleView({ line, quantity }: Article, locale: Locale): ArticleView {
  const { title, language } = titleIn(line.title, locale)
  return {
    title,
    language,
    quantity,
    image: line.image ?? null,
    url: line.url ?? null,
    kind: line.kind,
    available_on: line.available_on ?? null,
  }
}

/** The title in the page's language, else in another of the same family, else in English, else as it is. */
function titleIn(titles: Line['title'], locale: Locale): { title: string; language: string } {
  const tags = Object.keys(titles)
  const family = (tag: string) => tag.toLowerCase().split('-')[0]
  const language =
    tags.find((tag) => tag === locale) ??
    tags.find((tag) => family(tag) === locale) ??
    tags.find((tag) => family(tag) === 'en') ??
    tags[0] ??
    'und'
  return { title: titles[language] ?? '', language }
}
