/**
 * The one form in which every carrier's answer leaves its adapter: scans, facts beside them, and
 * problems as data. Carriers write it, the order reads it.
 */
import type { Handover, Milestone, Reason } from './vocabulary.ts'

/** One event a carrier reported. `at` has an offset or is null; a local time never gets a made-up one. */
export interface Scan {
  /** RFC 3339 with the offset the carrier gave, or null where it gave none */
  readonly at: string | null
  /**
   * The wall clock at the place of the scan as the carrier wrote it, `YYYY-MM-DDTHH:mm:ss`; the day
   * alone where it gave no time; or null
   */
  readonly local: string | null
  /** IANA zone where the carrier documents one, else null */
  readonly zone: string | null
  readonly code: string | null
  /** The carrier's own words: may name people, shown under a grant only */
  readonly text: string | null
  readonly location: string | null
  /** The city or town alone, for those who may not see more of the place */
  readonly city: string | null
  /** null: the code is not in our map; the scan changes nothing */
  readonly milestone: Milestone | null
  readonly reason: Reason | null
  /** A scan the carrier took back: a tombstone for the scan of the same identity */
  readonly withdrawn?: true
}

/** A day (`YYYY-MM-DD`) or an instant with offset; a day stays a day. */
export interface Range {
  readonly from: string
  readonly to: string
}

export interface Pickup {
  readonly name: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly until: string | null
  readonly code: string | null
}

export interface HandedOver {
  readonly to: Handover
  readonly at: string | null
  readonly signed_by: string | null
  /** A URL; images inside an answer are not kept */
  readonly photo: string | null
}

export interface PaymentDue {
  readonly amount: string
  readonly currency: string | null
  readonly url: string | null
}

/** What a carrier says beside its scans. null: it does not say. */
export interface Facts {
  readonly estimate: Range | null
  readonly window: (Range & { readonly zone: string | null }) | null
  readonly next_attempt: string | null
  readonly pickup: Pickup | null
  readonly handover: HandedOver | null
  readonly payment_due: PaymentDue | null
  readonly legs:
    | readonly { readonly carrier: string | null; readonly tracking_number: string }[]
    | null
}

export const NO_FACTS: Facts = {
  estimate: null,
  window: null,
  next_attempt: null,
  pickup: null,
  handover: null,
  payment_due: null,
  legs: null,
}

/** All a carrier said about one number, scans in any order. */
export interface Report extends Facts {
  readonly tracking_number: string
  /** true: all the carrier knows, so that a null fact means "no longer"; false: a push about one event */
  readonly whole: boolean
  readonly scans: readonly Scan[]
}

export const CARRIER_ERRORS = [
  'not_found',
  'invalid_number',
  'unauthorized',
  'throttled',
  'down',
  'bad_answer',
] as const
export type CarrierErrorCode = (typeof CARRIER_ERRORS)[number]

/** What went wrong at a carrier, as data: about one number, or about the whole request (null). */
export interface CarrierProblem {
  readonly code: CarrierErrorCode
  /** The carrier's own code, where it gave one */
  readonly carrier_code: string | null
  readonly message: string
  readonly tracking_number: string | null
}
