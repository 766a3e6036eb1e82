/**
 * What an adapter is, and the one form in which every carrier's answer leaves it.
 * An adapter is pure but for its requests: credentials, origin and time are arguments.
 */
import type * as z from 'zod'
import type { CarrierId, Handover, Milestone, Reason } from '../../schema/vocabulary.ts'

/** One event a carrier reported. `at` has an offset or is null; a local time never gets a made-up one. */
export interface Scan {
  /** RFC 3339 with the offset the carrier gave, or null where it gave none */
  readonly at: string | null
  /** The wall clock at the place of the scan as the carrier wrote it, `YYYY-MM-DDTHH:mm:ss`, or null */
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

/** A request to a carrier that failed as a whole. */
export class CarrierError extends Error {
  readonly problem: CarrierProblem
  /** Seconds to wait, where the carrier said so */
  readonly retryAfter: number | null

  constructor(
    code: CarrierErrorCode,
    message: string,
    detail: { carrierCode?: string | null; retryAfter?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: detail.cause })
    this.name = 'CarrierError'
    this.problem = {
      code,
      carrier_code: detail.carrierCode ?? null,
      message,
      tracking_number: null,
    }
    this.retryAfter = detail.retryAfter ?? null
  }
}

/** A carrier's answer or webhook body, read. */
export interface Reading {
  readonly reports: readonly Report[]
  readonly problems: readonly CarrierProblem[]
}

/** A parcel to ask about. `since`: when its shipment began, epoch milliseconds. */
export interface Parcel {
  readonly number: string
  readonly since: number
}

export interface Token {
  readonly value: string
  /** Epoch milliseconds */
  readonly expiresAt: number
}

/** What a request needs besides the numbers. */
export interface Access<Credentials = unknown> {
  readonly credentials: Credentials
  readonly token: Token | null
  /** Replaces the carrier's own origin, like `http://127.0.0.1:9000`; null: the carrier's */
  readonly origin: string | null
  /** Epoch milliseconds */
  readonly now: number
}

/** Body and content type as they came. */
export interface RawAnswer {
  readonly contentType: string | null
  readonly body: string
}

/** A webhook call as it came: header names in lower case, the body's raw bytes. */
export interface Push {
  readonly headers: Headers
  readonly body: Uint8Array
}

interface CarrierFacts {
  readonly id: CarrierId
  readonly name: string
  /** Raised with every change of `map.ts`: a mended map then reaches scans already kept */
  readonly mapVersion: number
  readonly limits: {
    /** Numbers per request */
    readonly batch: number
    /** Requests at once (the platform allows six connections) */
    readonly connections: number
    readonly perSecond: number
    /** null: the carrier states none */
    readonly perDay: number | null
  }
  /** Wheel units between polls where the carrier allows or wants other than the wheel's own table */
  readonly cadence?: Partial<Record<Milestone, number>>
  /** The carrier's page for a number, or null */
  readonly trackingUrl: (number: string) => string | null
  /** Reads an answer or a webhook body. Throws CarrierError `bad_answer` for what is neither. */
  readonly read: (answer: RawAnswer) => Reading
}

/** An adapter as its folder writes it. */
export interface CarrierSpec<Credentials> extends CarrierFacts {
  /** Strict: an unknown field is an error. Describes what a merchant enters. */
  readonly credentials: z.ZodType<Credentials>
  /** Only where a token is exchanged for the credentials; throws CarrierError */
  readonly authenticate?: (access: Access<Credentials>) => Promise<Token>
  /** One request about at most `limits.batch` parcels. Throws CarrierError when it fails as a whole. */
  readonly track: (parcels: readonly Parcel[], access: Access<Credentials>) => Promise<Reading>
  /** Whether a webhook call is the carrier's, in constant time over raw bytes; absent: it has none */
  readonly verifyPush?: (push: Push, credentials: Credentials) => boolean | Promise<boolean>
}

/** An adapter as the rest of the Worker sees it: credentials are opaque and parsed at the call. */
export interface Carrier extends CarrierFacts {
  readonly credentials: z.ZodType
  readonly authenticate: ((access: Access) => Promise<Token>) | null
  readonly track: (parcels: readonly Parcel[], access: Access) => Promise<Reading>
  readonly verifyPush: ((push: Push, credentials: unknown) => Promise<boolean>) | null
}

export function defineCarrier<Credentials>(spec: CarrierSpec<Credentials>): Carrier {
  const { authenticate, verifyPush, ...facts } = spec
  const typed = (access: Access): Access<Credentials> => ({
    ...access,
    credentials: spec.credentials.parse(access.credentials),
  })
  return {
    ...facts,
    track: (parcels, access) => spec.track(parcels, typed(access)),
    authenticate: authenticate ? (access) => authenticate(typed(access)) : null,
    verifyPush: verifyPush
      ? async (push, credentials) => verifyPush(push, spec.credentials.parse(credentials))
      : null,
  }
}
