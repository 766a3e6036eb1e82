/** What is said first about an order or a parcel: which sentence, with which date. */
import type { Situation } from '../../schema/vocabulary.ts'
import { aheadWords, dayWords, pastDayWords, rangeWords, read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { SituationWords } from '../locales/words.ts'
import type { ShipmentView, TrackingView } from './view.ts'

type Source = 'none' | 'estimate' | 'window' | 'next_attempt' | 'pickup' | 'delivered'
type OrderSource = 'available' | 'cancelled'

interface Telling {
  /** Where the date in the headline comes from */
  readonly when: Source | OrderSource
  /** What is said before what happens next */
  readonly first: 'nothing' | 'reason' | 'handover'
}

const tell = (when: Telling['when'], first: Telling['first'] = 'nothing'): Telling => ({
  when,
  first,
})

const TELLING: Readonly<Record<Situation, Telling>> = {
  placed: tell('none'),
  payment_awaited: tell('none'),
  confirmed: tell('none'),
  preorder: tell('available'),
  backorder: tell('available'),
  packed: tell('none'),
  digital_ready: tell('none'),
  cancelled: tell('cancelled'),
  label_only: tell('none'),
  number_unknown: tell('none'),
  untracked_carrier: tell('estimate'),
  accepted: tell('estimate'),
  in_transit: tell('estimate'),
  delayed: tell('estimate', 'reason'),
  customs_hold: tell('none'),
  customs_documents: tell('none'),
  duties_due: tell('none'),
  address_incomplete: tell('none'),
  needs_appointment: tell('none'),
  recipient_asked: tell('estimate', 'reason'),
  out_for_delivery: tell('window'),
  rolled_over: tell('estimate'),
  attempt_failed_next: tell('next_attempt', 'reason'),
  attempt_failed: tell('none', 'reason'),
  refused: tell('none'),
  closed_or_no_access: tell('next_attempt'),
  pickup_ready: tell('pickup'),
  unclaimed: tell('none'),
  delivered: tell('delivered', 'handover'),
  delivered_hand: tell('delivered', 'handover'),
  delivered_elsewhere: tell('delivered', 'handover'),
  part_delivered: tell('none'),
  damaged: tell('none'),
  trace_open: tell('none'),
  lost: tell('none'),
  held_back: tell('none'),
  seized_or_destroyed: tell('none', 'reason'),
  returning_to_sender: tell('none', 'reason'),
  returned_to_sender: tell('none'),
  return_on_its_way: tell('none'),
  return_received: tell('none'),
}

/** A day gone by. */
const dayText = (s: Speech, text: string | null | undefined): string | null => {
  const reading = text ? read(text, s.zone) : null
  return reading && pastDayWords(s, reading.wall)
}

const estimated = (s: Speech, { estimate }: ShipmentView): string | null =>
  estimate && aheadWords(s, estimate)

/** Who says "out for delivery" says today; a later estimate would contradict it, and is a fact below. */
function arriving(s: Speech, it: ShipmentView): string | null {
  const last = it.estimate && read(it.estimate.to, s.zone)
  return last?.wall.slice(0, 10) === s.today ? estimated(s, it) : null
}

const upcoming = (s: Speech, text: string | null | undefined): string | null => {
  const reading = text ? read(text, s.zone) : null
  return reading && reading.wall.slice(0, 10) >= s.today ? dayWords(s, reading.wall) : null
}

const OF_SHIPMENT: Readonly<Record<Source, (s: Speech, it: ShipmentView) => string | null>> = {
  none: () => null,
  estimate: estimated,
  window: (s, it) =>
    it.window ? rangeWords(s, it.window, it.window.zone ?? s.zone) : arriving(s, it),
  next_attempt: (s, it) => upcoming(s, it.next_attempt),
  pickup: (s, it) => upcoming(s, it.pickup?.until),
  delivered: (s, it) => dayText(s, it.delivered?.local ?? it.delivered?.at),
}

const OF_ORDER: Readonly<Record<OrderSource, (s: Speech, view: TrackingView) => string | null>> = {
  available: (s, view) => upcoming(s, soonest(view)),
  cancelled: (s, view) => dayText(s, view.cancelled_at),
}

const soonest = (view: TrackingView): string | undefined =>
  (view.unshipped ?? []).flatMap(({ available_on }) => available_on ?? []).sort()[0]

const isOrderSource = (when: Telling['when']): when is OrderSource => when in OF_ORDER

function dateOf(s: Speech, view: TrackingView, it: ShipmentView | null, when: Telling['when']) {
  if (isOrderSource(when)) return OF_ORDER[when](s, view)
  return it && OF_SHIPMENT[when](s, it)
}

function firstWords(s: Speech, it: ShipmentView | null, { first }: Telling): string {
  if (first === 'reason' && it?.reason) return `${s.words.reasons[it.reason]} `
  if (first === 'handover' && it?.handover) return `${s.words.handovers[it.handover.to]} `
  return ''
}

export interface Headline {
  readonly title: string
  readonly lead: string
  /** The source whose date the title already says; null: it says none */
  readonly says: string | null
}

/** The headline of a situation, of the whole order or of one parcel. */
export function headlineOf(
  s: Speech,
  view: TrackingView,
  situation: Situation,
  it: ShipmentView | null,
): Headline {
  const words: SituationWords = s.words.situations[situation]
  const telling = TELLING[situation]
  const when = words.dated ? dateOf(s, view, it, telling.when) : null
  const carrier = it?.carrier || s.words.shipment.the_carrier
  const title = when && words.dated ? words.dated : words.headline
  return {
    title: fill(title, { carrier, when: when ?? '' }),
    lead: firstWords(s, it, telling) + fill(words.next, { carrier }),
    says: when ? telling.when : null,
  }
}
