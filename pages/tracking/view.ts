/**
 * What the tracking page is given: plain data, already cut down to what the bearer of the link may
 * see (`worker/serve/view.ts` does the cutting). Instants are RFC 3339, days YYYY-MM-DD; a null is
 * not known or not theirs to know, and the page then says nothing of it.
 */
import type {
  Action,
  Condition,
  Direction,
  Handover,
  Locale,
  Milestone,
  Party,
  Reason,
  Scope,
  Situation,
  State,
} from '../../schema/vocabulary.ts'

export interface BrandView {
  readonly name: string
  readonly logo: { readonly url: string; readonly alt: string } | null
  readonly home: string | null
  /** CSS custom properties from validated tokens, contrast already enforced */
  readonly colours: {
    readonly accent: string
    readonly on_accent: string
    readonly accent_dark: string
    readonly on_accent_dark: string
  }
  readonly support: {
    readonly email: string | null
    readonly phone: string | null
    readonly url: string | null
  }
  readonly links: readonly { readonly label: string; readonly url: string }[]
}

export interface Moment {
  /** An instant with offset, or null where the carrier gave only a wall clock */
  readonly at: string | null
  /** `YYYY-MM-DDTHH:mm:ss` where the scan happened, or null */
  readonly local: string | null
}

export interface ScanView extends Moment {
  readonly milestone: Milestone | null
  readonly reason: Reason | null
  readonly city: string | null
  /** The carrier's own words; null without a grant */
  readonly text: string | null
}

export interface ArticleView {
  readonly title: string
  /** Language tag of the title, for `lang` */
  readonly language: string
  readonly quantity: number
  readonly image: string | null
  readonly url: string | null
  readonly kind: 'physical' | 'digital' | 'pre_order' | 'back_order' | 'subscription'
  readonly available_on: string | null
}

export interface RangeView {
  readonly from: string
  readonly to: string
}

export interface ShipmentView {
  readonly key: string
  readonly direction: Direction
  readonly carrier: string
  /** The carrier's own page; null without a grant */
  readonly carrier_url: string | null
  /** Whole under a grant, else the last four characters */
  readonly tracking_number: { readonly text: string; readonly whole: boolean }
  readonly milestone: Milestone
  readonly condition: Condition
  readonly situation: Situation
  readonly reason: Reason | null
  readonly party: Party | null
  readonly action: Action
  readonly estimate: RangeView | null
  /** Today's slot, in `zone` (null: the destination's) */
  readonly window: (RangeView & { readonly zone: string | null }) | null
  readonly next_attempt: string | null
  /** null without a grant even when `situation` is pickup_ready */
  readonly pickup: {
    readonly name: string | null
    readonly address: string | null
    readonly hours: string | null
    readonly until: string | null
    readonly code: string | null
  } | null
  readonly delivered: Moment | null
  readonly handover: {
    readonly to: Handover
    /** null without a grant */
    readonly signed_by: string | null
    readonly photo: string | null
  } | null
  /** null without a grant, and for a gift's recipient */
  readonly payment_due: {
    readonly amount: string
    readonly currency: string | null
    readonly url: string | null
  } | null
  readonly freshness: {
    readonly scanned: Moment | null
    /** When we last asked the carrier and it answered; null: not known */
    readonly looked_at: string | null
    readonly carrier_down: boolean
  }
  /** Newest first */
  readonly scans: readonly ScanView[]
  /** The carrier reported more than is kept; the middle is left out */
  readonly truncated: boolean
  /** null without a grant or hidden by the giver */
  readonly articles: readonly ArticleView[] | null
}

export interface TrackingView {
  readonly locale: Locale
  /** `Intl` numbering system: Latin digits unless the brand wants others */
  readonly digits: 'latn' | 'arab'
  /** The destination's IANA zone */
  readonly zone: string
  /** The destination's date, YYYY-MM-DD */
  readonly today: string
  readonly scope: Scope
  readonly grant_expired: boolean
  /** Where a form may ask for a fresh link by mail; null: not to be offered */
  readonly fresh_link_action: string | null
  readonly brand: BrandView
  readonly number: string
  readonly state: State
  readonly condition: Condition
  readonly situation: Situation
  /** Key of the shipment the headline speaks of */
  readonly headline_shipment: string | null
  readonly placed_at: string
  readonly confirmed_at: string | null
  readonly packed_at: string | null
  readonly cancelled_at: string | null
  readonly promised: RangeView | null
  readonly payment: {
    readonly status: 'paid' | 'due' | 'cash_on_delivery'
    readonly amount: string | null
    readonly currency: string
    readonly url: string | null
  } | null
  /** Street masked; null without a grant */
  readonly destination: { readonly name: string | null; readonly lines: readonly string[] } | null
  /** Articles in no shipment yet; null without a grant */
  readonly unshipped: readonly ArticleView[] | null
  readonly notes: readonly string[]
  readonly shipments: readonly ShipmentView[]
  /** Set when the page comes from the record because the order's object did not answer */
  readonly as_of: string | null
  /** The same page in the other languages */
  readonly languages: readonly { readonly locale: Locale; readonly href: string }[]
  /** The ETag of this very rendering, for the script that asks for news */
  readonly etag: string
  /** Where a shopper without this link looks an order up */
  readonly lookup: string
}
