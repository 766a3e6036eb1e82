/** A sample view for every situation in every language, and for what else a page can be. */
import type { ShipmentView, TrackingView } from '../../pages/tracking/view.ts'
import type { Locale, Milestone, Reason, Situation } from '../../schema/vocabulary.ts'
import { LOCALES, REASONS, SITUATIONS } from '../../schema/vocabulary.ts'
import { article, longJourney, order, parcel, TODAY } from './gallery-parts.ts'

export interface Sample {
  readonly name: string
  readonly view: TrackingView
}

const TOMORROW = '2026-11-25'
const SOON = { estimate: { from: '2026-11-26', to: '2026-11-27' } }
const PICKUP = {
  pickup: {
    name: 'Al Safa Market',
    address: 'Al Wasl Road 112, Dubai',
    hours: 'Sun–Thu 9:00–22:00',
    until: '2026-11-30',
    code: '481 920',
  },
}

type Make = (locale: Locale) => TrackingView

/** An order before anything is sent. */
const before =
  (over: Partial<TrackingView> = {}): Make =>
  (locale) =>
    order(locale, { unshipped: [article(locale, 0), article(locale, 2)], ...over })

/** An order whose one parcel is at a milestone, for a reason. */
const moving =
  (milestone: Milestone, over: Partial<ShipmentView> = {}, reason: Reason | null = null): Make =>
  (locale) => {
    const facts = reason && REASONS[reason]
    const told = facts
      ? { reason, party: facts.party, action: facts.action, condition: facts.condition }
      : {}
    const it = parcel(locale, milestone, { ...told, ...over })
    return order(locale, {
      state: milestone,
      condition: it.condition,
      headline_shipment: it.key,
      shipments: [it],
    })
  }

const DUE = { payment_due: { amount: '58.40', currency: 'AED', url: 'https://pay.example/duty' } }

const MAKE: Readonly<Record<Situation, Make>> = {
  placed: before(),
  payment_awaited: before({
    condition: 'action_needed',
    payment: { status: 'due', amount: '349.00', currency: 'USD', url: 'https://pay.example/1' },
  }),
  confirmed: before({ state: 'confirmed', notes: ['We wrap every order by hand.'] }),
  preorder: (locale) =>
    order(locale, {
      state: 'confirmed',
      unshipped: [article(locale, 0, { kind: 'pre_order', available_on: '2026-12-08' })],
    }),
  backorder: (locale) =>
    order(locale, {
      state: 'confirmed',
      unshipped: [article(locale, 1, { kind: 'back_order', available_on: '2027-01-11' })],
    }),
  packed: before({ state: 'packed' }),
  digital_ready: (locale) =>
    order(locale, {
      state: 'delivered',
      promised: null,
      unshipped: [article(locale, 2, { kind: 'digital' })],
    }),
  cancelled: before({ state: 'cancelled', cancelled_at: '2026-11-22T09:00:00Z', promised: null }),
  label_only: moving('label_created'),
  number_unknown: moving('pending'),
  untracked_carrier: moving('pending', { ...SOON, carrier: 'City Couriers', carrier_url: null }),
  accepted: moving('accepted', SOON),
  in_transit: moving('in_transit', SOON),
  delayed: moving('in_transit', SOON, 'weather'),
  customs_hold: moving('in_transit', {}, 'customs_hold'),
  customs_documents: moving('in_transit', {}, 'customs_documents'),
  duties_due: moving('in_transit', DUE, 'customs_duties'),
  address_incomplete: moving('in_transit', {}, 'address_incomplete'),
  needs_appointment: moving('in_transit', {}, 'appointment_needed'),
  recipient_asked: moving('in_transit', SOON, 'rescheduled'),
  out_for_delivery: moving('out_for_delivery', {
    window: { from: `${TODAY}T14:00:00+04:00`, to: `${TODAY}T16:30:00+04:00`, zone: null },
    payment_due: { amount: '349.00', currency: 'AED', url: null },
  }),
  rolled_over: moving(
    'out_for_delivery',
    { estimate: { from: TOMORROW, to: TOMORROW } },
    'transport_delay',
  ),
  attempt_failed_next: moving('attempt_failed', { next_attempt: TOMORROW }, 'recipient_absent'),
  attempt_failed: moving('attempt_failed', {}, 'recipient_unreachable'),
  refused: moving('attempt_failed', {}, 'refused'),
  closed_or_no_access: moving('attempt_failed', { next_attempt: TOMORROW }, 'access_denied'),
  pickup_ready: moving('ready_for_pickup', { ...PICKUP, action: 'collect' }),
  unclaimed: moving('returning_to_sender', {}, 'unclaimed'),
  delivered: moving('delivered'),
  delivered_hand: moving('delivered', {
    handover: { to: 'recipient', signed_by: 'L. HADDAD', photo: null },
  }),
  delivered_elsewhere: moving('delivered', {
    handover: { to: 'neighbour', signed_by: null, photo: 'https://photo.example/1.jpg' },
  }),
  part_delivered: (locale) => several(locale),
  damaged: moving('in_transit', {}, 'damaged'),
  trace_open: moving('in_transit', {}, 'investigation'),
  lost: moving('ended', {}, 'lost'),
  held_back: moving('in_transit', {}, 'sender_request'),
  seized_or_destroyed: moving('ended', {}, 'seized'),
  returning_to_sender: moving('returning_to_sender', {}, 'customs_rejected'),
  returned_to_sender: moving('returned_to_sender', { action: 'replace_or_refund' }),
  return_on_its_way: moving('in_transit', { direction: 'return' }),
  return_received: moving('delivered', { direction: 'return' }),
}

/** The sample of a situation, with the situation written into it. */
function sample(locale: Locale, situation: Situation): TrackingView {
  const view = MAKE[situation](locale)
  const [only, ...more] = view.shipments
  const shipments = only && more.length === 0 ? [{ ...only, situation }] : view.shipments
  return { ...view, situation, shipments }
}

/** Three parcels, one delivered, forty scans. */
function several(locale: Locale): TrackingView {
  return order(locale, {
    state: 'in_transit',
    situation: 'part_delivered',
    headline_shipment: 's2',
    unshipped: [article(locale, 2, { kind: 'back_order', available_on: '2026-12-04' })],
    shipments: [
      parcel(locale, 'delivered', {
        situation: 'delivered_elsewhere',
        handover: { to: 'reception', signed_by: null, photo: null },
      }),
      parcel(locale, 'in_transit', {
        key: 's2',
        ...SOON,
        scans: longJourney(locale, 22),
        articles: [article(locale, 1)],
        tracking_number: { text: '1Z999AA10123456795', whole: true },
      }),
      parcel(locale, 'in_transit', {
        key: 's3',
        situation: 'delayed',
        condition: 'delayed',
        reason: 'weather',
        carrier: 'Aramex',
        scans: longJourney(locale, 12),
        truncated: true,
        articles: [article(locale, 2), article(locale, 0)],
        tracking_number: { text: '33845512094', whole: true },
      }),
    ],
  })
}

/** What a plain link shows of the same order: progress alone. */
function linkOnly(view: TrackingView): TrackingView {
  return {
    ...view,
    scope: 'link',
    payment: null,
    destination: null,
    unshipped: null,
    notes: [],
    shipments: view.shipments.map((it) => ({
      ...it,
      carrier_url: null,
      tracking_number: { text: it.tracking_number.text.slice(-4), whole: false },
      pickup: null,
      payment_due: null,
      handover: it.handover && { ...it.handover, signed_by: null, photo: null },
      articles: null,
      scans: it.scans.map((scan) => ({ ...scan, text: null })),
    })),
  }
}

const withParcel = (view: TrackingView, over: Partial<ShipmentView>): TrackingView => ({
  ...view,
  shipments: view.shipments.map((it) => ({ ...it, ...over })),
})

/** What a page can be beside its situation. */
const STATES: Readonly<Record<string, Make>> = {
  'plain link': (locale) => linkOnly(sample(locale, 'out_for_delivery')),
  'plain link to a pickup': (locale) => linkOnly(sample(locale, 'pickup_ready')),
  'gift recipient': (locale) =>
    withParcel(
      { ...sample(locale, 'in_transit'), scope: 'recipient', payment: null },
      { articles: null, payment_due: null },
    ),
  'expired grant': (locale) => ({
    ...linkOnly(sample(locale, 'in_transit')),
    grant_expired: true,
    fresh_link_action: '/o/example/fresh-link',
  }),
  stale: (locale) => ({
    ...linkOnly(sample(locale, 'in_transit')),
    as_of: `${TODAY}T08:30:00Z`,
  }),
  'carrier down': (locale) => {
    const view = sample(locale, 'in_transit')
    const scanned = view.shipments[0]?.freshness.scanned ?? null
    return withParcel(view, {
      freshness: { scanned, looked_at: `${TODAY}T06:02:00Z`, carrier_down: true },
    })
  },
  'local times only': (locale) => {
    const view = sample(locale, 'delivered')
    const local = { at: null, local: '2026-11-23T23:30:00' }
    return withParcel(view, {
      delivered: local,
      freshness: { scanned: local, looked_at: null, carrier_down: false },
      scans: (view.shipments[0]?.scans ?? []).map((scan) => ({ ...scan, at: null })),
    })
  },
  'unmapped code': (locale) => {
    const view = sample(locale, 'in_transit')
    const [first, ...rest] = view.shipments[0]?.scans ?? []
    const unmapped = first ? [{ ...first, milestone: null, text: 'Ramp movement 7Q' }] : []
    return withParcel(view, { scans: [...unmapped, ...rest] })
  },
}

const named = (name: string, locale: Locale, view: TrackingView): Sample => ({
  name: `${name}, ${locale}`,
  view,
})

/** The one a page must still be small with. */
export const BIGGEST = 'part_delivered'

export const gallery: readonly Sample[] = LOCALES.flatMap((locale) => [
  ...SITUATIONS.map((situation) => named(situation, locale, sample(locale, situation))),
  ...Object.entries(STATES).map(([name, make]) => named(name, locale, make(locale))),
  named('its own digits', locale, { ...sample(locale, 'in_transit'), digits: 'arab' }),
])
