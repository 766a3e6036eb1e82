/** The pieces of the gallery: a brand, articles, and parcels with a believable journey. */
import type {
  ArticleView,
  BrandView,
  ScanView,
  ShipmentView,
  TrackingView,
} from '../../pages/tracking/view.ts'
import type { Locale, Milestone } from '../../schema/vocabulary.ts'

export const TODAY = '2026-11-24'

export const brand: BrandView = {
  name: 'Juniper & Oud',
  logo: null,
  home: 'https://shop.example',
  colours: {
    accent: '#1f5c4d',
    on_accent: '#ffffff',
    accent_dark: '#7fd1b9',
    on_accent_dark: '#0b211b',
  },
  support: {
    email: 'care@shop.example',
    phone: '+971 4 555 0100',
    url: 'https://shop.example/help',
  },
  links: [
    { label: 'Returns', url: 'https://shop.example/returns' },
    { label: 'Privacy', url: 'https://shop.example/privacy' },
  ],
}

const TITLES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Cedar incense burner', 'Linen throw, sand', 'Gift set of soaps'],
  ar: ['مبخرة من خشب الأرز', 'غطاء كتان بلون الرمل', 'طقم صابون للهدايا'],
}

export const article = (
  locale: Locale,
  nth: number,
  over: Partial<ArticleView> = {},
): ArticleView => ({
  title: TITLES[locale][nth % 3] ?? '',
  language: locale,
  quantity: 1 + (nth % 2),
  image: null,
  url: nth === 0 ? 'https://shop.example/p/1' : null,
  kind: 'physical',
  available_on: null,
  ...over,
})

const CITIES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Dubai', 'Sharjah', 'Jebel Ali', 'Cologne', 'Leipzig'],
  ar: ['دبي', 'الشارقة', 'جبل علي', 'كولونيا', 'لايبزيغ'],
}

const WORDS: Partial<Record<Milestone, string>> = {
  label_created: 'Shipper created a label, UPS has not received the package yet.',
  accepted: 'Origin Scan',
  in_transit: 'Departed from Facility',
  out_for_delivery: 'Out For Delivery Today',
  attempt_failed: 'The receiver was not available for delivery.',
  ready_for_pickup: 'Ready for customer pickup',
  delivered: 'DELIVERED',
  returning_to_sender: 'Returning to sender',
  returned_to_sender: 'Returned to shipper',
}

const HOUR_MS = 3_600_000

/** Dubai's wall clock: always four hours ahead of UTC. */
const scan = (locale: Locale, milestone: Milestone, hoursAgo: number, place: number): ScanView => {
  const ms = Date.parse(`${TODAY}T10:20:00Z`) - hoursAgo * HOUR_MS
  return {
    at: `${new Date(ms + 4 * HOUR_MS).toISOString().slice(0, 19)}+04:00`,
    local: new Date(ms + 4 * HOUR_MS).toISOString().slice(0, 19),
    milestone,
    reason: null,
    city: CITIES[locale][place % 5] ?? null,
    text: WORDS[milestone] ?? null,
  }
}

const STORY: readonly Milestone[] = [
  'label_created',
  'accepted',
  'in_transit',
  'in_transit',
  'out_for_delivery',
]

/** What was scanned before a milestone: a story of as many steps as it takes to get there. */
const LEADS_TO: Readonly<Record<Milestone, number>> = {
  pending: 0,
  label_created: 0,
  accepted: 1,
  in_transit: 3,
  out_for_delivery: 4,
  attempt_failed: 5,
  ready_for_pickup: 5,
  delivered: 5,
  returning_to_sender: 5,
  returned_to_sender: 5,
  cancelled: 1,
  ended: 4,
}

const HOURS_APART = 11

export function journey(locale: Locale, milestone: Milestone): readonly ScanView[] {
  if (milestone === 'pending') return []
  const past = STORY.slice(0, LEADS_TO[milestone])
  return [milestone, ...past.toReversed()].map((step, index) =>
    scan(locale, step, 2 + index * HOURS_APART, index),
  )
}

/** A journey as long as wanted, of scans in transit. */
export const longJourney = (locale: Locale, count: number): readonly ScanView[] =>
  Array.from({ length: count }, (_, index) =>
    scan(locale, index === count - 1 ? 'accepted' : 'in_transit', 3 + index * 5, index),
  )

export function parcel(
  locale: Locale,
  milestone: Milestone,
  over: Partial<ShipmentView> = {},
): ShipmentView {
  const scans = over.scans ?? journey(locale, milestone)
  const last = scans[0]
  return {
    key: 's1',
    direction: 'outbound',
    carrier: 'UPS',
    carrier_url: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
    tracking_number: { text: '1Z999AA10123456784', whole: true },
    milestone,
    condition: 'on_track',
    situation: 'in_transit',
    reason: null,
    party: null,
    action: 'none',
    estimate: null,
    window: null,
    next_attempt: null,
    pickup: null,
    delivered: milestone === 'delivered' && last ? { at: last.at, local: last.local } : null,
    handover: null,
    payment_due: null,
    freshness: {
      scanned: last ? { at: last.at, local: last.local } : null,
      looked_at: `${TODAY}T10:08:00Z`,
      carrier_down: false,
    },
    scans,
    truncated: false,
    articles: [article(locale, 0), article(locale, 1)],
    ...over,
  }
}

export function order(locale: Locale, over: Partial<TrackingView> = {}): TrackingView {
  return {
    locale,
    digits: 'latn',
    zone: 'Asia/Dubai',
    today: TODAY,
    scope: 'buyer',
    grant_expired: false,
    fresh_link_action: null,
    brand,
    number: 'JO-10482',
    state: 'placed',
    condition: 'on_track',
    situation: 'placed',
    headline_shipment: null,
    placed_at: '2026-11-21T07:12:00Z',
    confirmed_at: null,
    packed_at: null,
    cancelled_at: null,
    promised: { from: '2026-11-25', to: '2026-11-27' },
    payment: { status: 'paid', amount: '349.00', currency: 'AED', url: null },
    destination: { name: 'Layla H.', lines: ['••• Al Wasl Road', 'Dubai'] },
    unshipped: null,
    notes: [],
    shipments: [],
    as_of: null,
    languages: [
      { locale: 'en', href: '/o/example?lang=en' },
      { locale: 'ar', href: '/o/example?lang=ar' },
    ],
    etag: '"example"',
    lookup: '/',
    ...over,
  }
}
