/** What may be asked of an order's object, and what it answers: the words on the wire between Worker and object. */
import type { ShipmentInput } from '../../schema/order-input.ts'
import type { Look } from './shipment.ts'
import type { OrderState, Placed, ShopMilestones } from './state.ts'
import { upgrade } from './state.ts'

/** Whose order it is and where its record lies: enough to rebuild an object that let itself go. */
export interface Reference {
  readonly id: string
  readonly merchant: string
  readonly shard: string
}

/** An Idempotency-Key and a hash of what came with it. */
export interface RequestKey {
  readonly key: string
  readonly hash: string
}

export interface Command extends Reference {
  /** Epoch milliseconds */
  readonly at: number
  readonly request?: RequestKey | undefined
}

export interface PlaceCommand extends Command {
  readonly placed: Placed
  readonly shipments?: readonly ShipmentInput[] | undefined
}

export interface ShipCommand extends Command {
  readonly shipments: readonly ShipmentInput[]
}

export interface MarkCommand extends Command {
  readonly milestones: ShopMilestones
}

export interface RecordCommand extends Reference {
  readonly looks: readonly { readonly shipment: string; readonly look: Look }[]
}

/** A view's answer to who already has the newest version. */
export const UNCHANGED = '='

/** Why an object did not do what it was asked. */
export const REFUSALS = [
  'order_not_found',
  'order_erased',
  'idempotency_key_reused',
  'too_many_shipments',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** One shape for both outcomes: over RPC a union of objects becomes a union of promises. */
export interface Answer {
  /** `created` tells a new order from a known one */
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused'
  /** Why not, where it was refused */
  readonly refusal: Refusal | null
  /** JSON that the caller writes to the record; empty where it was refused */
  readonly projection: string
}

/** The state inside a projection. */
export function stateIn(projection: string): OrderState {
  const { order } = JSON.parse(projection) as { order: { snapshot: string } }
  return upgrade(JSON.parse(order.snapshot) as OrderState)
}
