/**
 * Everything known of one order: the value its object keeps and the snapshot in D1.
 * `schema` counts its shapes; `upgrade` reads every past one.
 */
import type { OrderInput, ShipmentInput } from '../../schema/order-input.ts'
import type { CarrierErrorCode, Facts, Scan } from '../../schema/report.ts'
import type { Condition, Milestone, Reason, Situation, State } from '../../schema/vocabulary.ts'

export const STATE_SCHEMA = 1

/** What the shop said, without its shipments. */
export type Placed = Omit<OrderInput, 'shipments'>

/** What came of a look; `unaskable`: the merchant has no account at anybody who may know the number. */
export type Outcome = 'unknown' | 'found' | 'unaskable' | CarrierErrorCode

/** A tracking number of a shipment: the first leg and later ones. */
export interface Leg {
  /** NO_CARRIER until somebody knows the number, where the shop named none */
  readonly carrier: string
  readonly tracking_number: string
  /** null: the merchant's oldest account at that carrier */
  readonly account: string | null
  /** Of the last answer recorded; empty before the first */
  readonly digest: string
  /** How the last answer that changed anything came out */
  readonly outcome: Outcome
  /** When that was, epoch milliseconds; null: nobody was asked yet */
  readonly looked: number | null
  /** The carrier pushes what happens to it, and so far nothing was missed */
  readonly pushed?: true
}

/** A scan as kept: which leg's carrier said it, and by which version of the adapter's map. */
export interface KeptScan extends Scan {
  readonly leg: number
  readonly map: number
}

/** A fact with the time it was true, so that the latest word stays whatever order they come in. */
export interface Dated<Value> {
  readonly value: Value
  /** Epoch milliseconds */
  readonly as_of: number
}
export type DatedFacts = { readonly [Fact in keyof Facts]?: Dated<Facts[Fact]> }

export interface Moment {
  readonly at: string | null
  readonly local: string | null
}

export interface ShipmentStatus {
  readonly milestone: Milestone
  readonly condition: Condition
  readonly reason: Reason | null
  readonly situation: Situation
  readonly delivered: Moment | null
  readonly scanned: Moment | null
  /** Was out for delivery and did not come */
  readonly rolled_over: boolean
}

export interface Shipment {
  readonly id: string
  readonly direction: ShipmentInput['direction']
  readonly service: string | null
  readonly lines: ShipmentInput['lines']
  readonly replaces: string | null
  /** When it began, epoch milliseconds: scans much older belong to somebody else's parcel */
  readonly since: number
  readonly legs: readonly Leg[]
  readonly scans: readonly KeptScan[]
  /** More scans came than are kept; the middle is left out */
  readonly truncated: boolean
  readonly facts: DatedFacts
  readonly status: ShipmentStatus
  /** The order's version when this shipment last changed */
  readonly changed: number
}

export interface OrderStatus {
  readonly state: State
  readonly condition: Condition
  readonly situation: Situation
  /** Id of the shipment the headline speaks of */
  readonly shipment: string | null
}

/** An idempotency key seen, and what it was used for. */
export interface SeenRequest {
  readonly key: string
  readonly hash: string
  readonly at: number
  /** It made the order: the same request again is told so again */
  readonly created?: true
}

/** What only the shop knows, by when it happened (RFC 3339). */
export interface ShopMilestones {
  readonly confirmed?: string
  readonly packed?: string
  readonly cancelled?: string
}

export interface OrderState {
  readonly schema: typeof STATE_SCHEMA
  readonly id: string
  readonly merchant: string
  readonly version: number
  readonly placed: Placed
  readonly placed_at: string
  readonly updated_at: string
  readonly milestones: ShopMilestones
  readonly shipments: readonly Shipment[]
  readonly status: OrderStatus
  /** Grants of earlier epochs are revoked */
  readonly epoch: number
  readonly requests: readonly SeenRequest[]
}

/** A state of any past schema as today's. Throws on one from the future: an older Worker must not touch it. */
export function upgrade(state: { readonly schema: number }): OrderState {
  if (state.schema !== STATE_SCHEMA)
    throw new Error(`order state of unknown schema ${state.schema}`)
  return state as OrderState
}
