/**
 * What an adapter is. It is pure but for its requests: credentials, origin and time are arguments.
 */
import type * as z from 'zod'
import type { CarrierErrorCode, CarrierProblem, Report } from '../../schema/report.ts'
import type { CarrierId } from '../../schema/vocabulary.ts'

export {
  CARRIER_ERRORS,
  type CarrierErrorCode,
  type CarrierProblem,
  type Facts,
  type HandedOver,
  NO_FACTS,
  type PaymentDue,
  type Pickup,
  type Range,
  type Report,
  type Scan,
} from '../../schema/report.ts'

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

/** A parcel to ask about. */
export interface Parcel {
  readonly number: string
  /** When its shipment began, epoch milliseconds */
  readonly since: number
  /** Who carries it, where an aggregator is asked: our id or the shop's word; null: not known */
  readonly courier: string | null
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

/** A webhook call as it came. */
export interface Push {
  readonly headers: Headers
  readonly query: URLSearchParams
  /** Its raw bytes */
  readonly body: Uint8Array<ArrayBuffer>
  /** When it came, epoch milliseconds */
  readonly at: number
}

interface CarrierFacts {
  readonly id: CarrierId
  readonly name: string
  /** false: built from public documents or thin samples, never seen to read a recorded life */
  readonly proven: boolean
  /** Only of an aggregator: its code for each carrier it reaches. Others it finds by the number, or not */
  readonly couriers?: Readonly<Partial<Record<string, string>>>
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
    /** Numbers a subscription takes; absent: as many as `batch` */
    readonly subscribe?: number
  }
  /**
   * A number of the right form that is nobody's: asked about to try credentials that no token is
   * exchanged for. Absent: such a request costs something, or says nothing of them
   */
  readonly sample?: string
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
  /** Whether the account has what its pushes are known by; absent: every account has */
  readonly canSubscribe?: (credentials: Credentials) => boolean
  /**
   * One request that asks the carrier to push what happens to at most `limits.subscribe` parcels to
   * `callback`; asking twice is harmless.
   * Answers with what it says at once, if anything; a parcel without a problem is pushed from now on.
   */
  readonly subscribe?: (
    parcels: readonly Parcel[],
    access: Access<Credentials>,
    callback: string,
  ) => Promise<Reading>
  /** Whether a webhook call is the carrier's, in constant time over raw bytes; absent: it has none */
  readonly verifyPush?: (push: Push, credentials: Credentials) => boolean | Promise<boolean>
}

/** An adapter as the rest of the Worker sees it: credentials are opaque and parsed at the call. */
export interface Carrier extends CarrierFacts {
  readonly credentials: z.ZodType
  readonly authenticate: ((access: Access) => Promise<Token>) | null
  readonly track: (parcels: readonly Parcel[], access: Access) => Promise<Reading>
  readonly canSubscribe: (credentials: unknown) => boolean
  readonly subscribe:
    | ((parcels: readonly Parcel[], access: Access, callback: string) => Promise<Reading>)
    | null
  readonly verifyPush: ((push: Push, credentials: unknown) => Promise<boolean>) | null
}

export function defineCarrier<Credentials>(spec: CarrierSpec<Credentials>): Carrier {
  const { authenticate, canSubscribe, subscribe, verifyPush, ...facts } = spec
  const typed = (access: Access): Access<Credentials> => ({
    ...access,
    credentials: spec.credentials.parse(access.credentials),
  })
  return {
    ...facts,
    track: (parcels, access) => spec.track(parcels, typed(access)),
    canSubscribe: (credentials) =>
      subscribe !== undefined && (canSubscribe?.(spec.credentials.parse(credentials)) ?? true),
    subscribe: subscribe
      ? (parcels, access, callback) => subscribe(parcels, typed(access), callback)
      : null,
    authenticate: authenticate ? (access) => authenticate(typed(access)) : null,
    verifyPush: verifyPush
      ? async (push, credentials) => verifyPush(push, spec.credentials.parse(credentials))
      : null,
  }
}
