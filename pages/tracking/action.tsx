import type { Action } from '../../schema/vocabulary.ts'
import { contactUrl } from '../components/contact.ts'
import { safeUrl } from '../components/url.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { ShipmentView, TrackingView } from './view.ts'

type Target = 'payment' | 'carrier' | 'support'

/** Where each action may be done, the best place first. Those without a place are only said. */
const TARGETS: Readonly<Record<Action, readonly Target[]>> = {
  none: [],
  wait: [],
  be_there: [],
  correct_address: ['carrier', 'support'],
  pay: ['payment', 'carrier', 'support'],
  show_id: [],
  send_documents: ['carrier', 'support'],
  collect: [],
  arrange_delivery: ['carrier', 'support'],
  contact_shop: ['support'],
  contact_carrier: ['carrier', 'support'],
  replace_or_refund: ['support'],
}

// To collect is what a pickup's headline says already.
const UNSAID: ReadonlySet<Action> = new Set(['none', 'wait', 'collect'])

/** What the shopper is asked to do: the parcel's action, or the payment an order waits for. */
export const actionOf = (view: TrackingView, shipment: ShipmentView | null): Action => {
  if (shipment) return shipment.action
  return view.situation === 'payment_awaited' ? 'pay' : 'none'
}

interface Props {
  readonly s: Speech
  readonly view: TrackingView
  readonly shipment: ShipmentView | null
}

function Amount({ s, view, shipment }: Props) {
  const { amount, currency } = shipment?.payment_due ??
    view.payment ?? { amount: null, currency: null }
  return amount === null ? null : <bdi>{s.format.money(amount, currency)}</bdi>
}

/** What the shopper can do now, with the way to do it. */
export function ActionCall(props: Props) {
  const { s, view, shipment } = props
  const action = actionOf(view, shipment)
  if (UNSAID.has(action)) return null
  const subject = fill(s.words.order.number, { number: view.number })
  const places: Readonly<Record<Target, string | undefined>> = {
    payment: safeUrl(shipment?.payment_due?.url ?? view.payment?.url),
    carrier: safeUrl(shipment?.carrier_url),
    support: contactUrl(view.brand.support, subject),
  }
  const target = TARGETS[action].find((place) => places[place])
  const href = target && places[target]
  const names = {
    carrier: shipment?.carrier || s.words.shipment.the_carrier,
    brand: view.brand.name,
  }
  return (
    <section class={`act ${shipment?.condition ?? view.condition}`} aria-label={s.words.act.title}>
      <p>
        {fill(s.words.actions[action], names)} {action === 'pay' && <Amount {...props} />}
      </p>
      {href && (
        <a class="btn" href={href}>
          {fill(s.words.act[target], names)}
        </a>
      )}
    </section>
  )
}
