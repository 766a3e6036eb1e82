/**
 * What may happen to an order, as pure functions from state to state. Each returns the very same
 * object where nothing changed: that is how a repeated command is one effect.
 */
import type { ShipmentInput } from '../../schema/order-input.ts'
import { MAX_SHIPMENTS } from '../../schema/order-input.ts'
import { DAY, toInstant } from '../lib/clock.ts'
import { Problem } from '../lib/errors.ts'
import { isSame } from '../lib/same.ts'
import { headline } from './headline.ts'
import type { Look } from './shipment.ts'
import { afterLook, knownAs, shipmentFrom } from './shipment.ts'
import type { OrderState, Placed, SeenRequest, Shipment, ShopMilestones } from './state.ts'
import { STATE_SCHEMA } from './state.ts'

/** Idempotency keys are kept this long, and at most so many of them. */
const REQUEST_AGE = DAY
const MAX_REQUESTS = 20

interface Placing {
  readonly id: string
  readonly merchant: string
  readonly placed: Placed
  /** Absent: those known stay. Present: exactly these. */
  readonly shipments?: readonly ShipmentInput[]
  /** Epoch milliseconds */
  readonly at: number
}

/** Creates the order, or replaces what the shop said of it. Scans already known stay. */
export function place(state: OrderState | null, placing: Placing): OrderState {
  const placedAt = placing.placed.placed_at ?? state?.placed_at ?? toInstant(placing.at)
  const before: OrderState = state ?? blank(placing, placedAt)
  const replaced = { ...before, placed: placing.placed, placed_at: placedAt }
  const since = state ? placing.at : Math.min(placing.at, Date.parse(placedAt))
  const next = placing.shipments
    ? withShipments(replaced, placing.shipments, since, 'replace')
    : replaced
  return settle(state, next, placing.at)
}

function blank(placing: Placing, placedAt: string): OrderState {
  return {
    schema: STATE_SCHEMA,
    id: placing.id,
    merchant: placing.merchant,
    version: 0,
    placed: placing.placed,
    placed_at: placedAt,
    updated_at: placedAt,
    milestones: {},
    shipments: [],
    status: { state: 'placed', condition: 'on_track', situation: 'placed', shipment: null },
    epoch: 0,
    requests: [],
  }
}

/** Adds shipments, or replaces those of the same id. Throws Problem beyond the limit. */
export function ship(state: OrderState, inputs: readonly ShipmentInput[], at: number): OrderState {
  return settle(state, withShipments(state, inputs, at, 'add'), at)
}

function withShipments(
  state: OrderState,
  inputs: readonly ShipmentInput[],
  since: number,
  mode: 'add' | 'replace',
): OrderState {
  const said = new Map<string, Shipment>()
  for (const input of inputs) {
    const shipment = shipmentFrom(input, since, knownAs(input, state.shipments))
    said.set(shipment.id, shipment)
  }
  // A parcel keeps its place among the others, and so its number on the page.
  const known = state.shipments.flatMap((shipment) => {
    const next = said.get(shipment.id) ?? (mode === 'add' ? shipment : null)
    return next ? [next] : []
  })
  const added = [...said.values()].filter(({ id }) => !known.some((shipment) => shipment.id === id))
  const shipments = [...known, ...added]
  if (shipments.length > MAX_SHIPMENTS) throw new Problem('too_many_shipments')
  return { ...state, shipments }
}

/** Sets what only the shop knows; the first word on each stays. */
export function mark(state: OrderState, milestones: ShopMilestones, at: number): OrderState {
  return settle(state, { ...state, milestones: { ...milestones, ...state.milestones } }, at)
}

/** Records a look at a carrier. A shipment that is no longer there is nobody's news. */
export function record(state: OrderState, shipment: string, look: Look): OrderState {
  const index = state.shipments.findIndex((candidate) => candidate.id === shipment)
  const known = state.shipments[index]
  if (!known) return state
  const next = afterLook(known, look)
  if (next === known) return state
  return settle(state, { ...state, shipments: state.shipments.with(index, next) }, look.at)
}

/** Revokes every grant made so far. */
export function revoke(state: OrderState, at: number): OrderState {
  return settle(state, { ...state, epoch: state.epoch + 1 }, at)
}

/** Headline, version and the versions of the shipments that changed; the old state where nothing did. */
function settle(before: OrderState | null, next: OrderState, at: number): OrderState {
  const settled = { ...next, status: headline(next) }
  if (before && isSame(before, settled)) return before
  const version = next.version + 1
  return {
    ...settled,
    version,
    updated_at: toInstant(at),
    shipments: settled.shipments.map((shipment) =>
      isUnchanged(before, shipment) ? shipment : { ...shipment, changed: version },
    ),
  }
}

function isUnchanged(before: OrderState | null, shipment: Shipment): boolean {
  const known = before?.shipments.find((candidate) => candidate.id === shipment.id)
  return isSame(known, shipment)
}

/** What an idempotency key means for a request: new, the same again, or a mistake. Throws Problem for the last. */
export function isRepeat(state: OrderState | null, request: Omit<SeenRequest, 'at'>): boolean {
  const seen = state?.requests.find((known) => known.key === request.key)
  if (seen && seen.hash !== request.hash) throw new Problem('idempotency_key_reused')
  return seen !== undefined
}

/** Whether the request with this idempotency key is the one that made the order. */
export const hasCreated = (state: OrderState, { key }: Pick<SeenRequest, 'key'>): boolean =>
  state.requests.some((seen) => seen.key === key && seen.created === true)

/** Remembers an idempotency key beside the change it made. */
export function remember(state: OrderState, request: SeenRequest): OrderState {
  const recent = state.requests.filter((seen) => seen.at > request.at - REQUEST_AGE)
  return { ...state, requests: [...recent, request].slice(-MAX_REQUESTS) }
}
