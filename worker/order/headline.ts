/** What the order as a whole says: an action with the nearest deadline, then a problem, then a delay, then what comes soonest. */
import type { Condition, Situation } from '../../schema/vocabulary.ts'
import { currentFacts } from './facts.ts'
import { isTerminal } from './fold.ts'
import type { OrderState, OrderStatus, Shipment } from './state.ts'

type Input = Pick<OrderState, 'placed' | 'milestones' | 'shipments'>

/** Shipments of the first precedence that any is in, from the gravest down. */
const PRECEDENCE: readonly ((shipment: Shipment) => boolean)[] = [
  ({ status }) => status.condition === 'action_needed' || status.milestone === 'ready_for_pickup',
  ({ status }) => status.condition === 'problem',
  ({ status }) => status.condition === 'delayed',
  ({ status }) => status.milestone === 'out_for_delivery',
  ({ status }) => !isTerminal(status.milestone),
  ({ status }) => status.milestone !== 'delivered',
  () => true,
]

export function headline(order: Input): OrderStatus {
  const outbound = order.shipments.filter((shipment) => shipment.direction !== 'return')
  const replaced = new Set(outbound.map((shipment) => shipment.replaces))
  const counted = outbound.filter((shipment) => !replaced.has(shipment.id))
  const first = foremost(counted.length > 0 ? counted : outbound)
  if (order.milestones.cancelled && first?.status.milestone !== 'delivered') {
    return beforeShipping('cancelled', 'on_track', 'cancelled')
  }
  if (!first) return headlineBefore(order)
  const { milestone, condition, situation } = first.status
  return {
    state: milestone,
    condition,
    situation: isPartDelivered(order, counted, first) ? 'part_delivered' : situation,
    shipment: first.id,
  }
}

function foremost(shipments: readonly Shipment[]): Shipment | undefined {
  for (const belongs of PRECEDENCE) {
    const [first] = shipments.filter(belongs).sort(byDeadline)
    if (first) return first
  }
  return undefined
}

/** Nearest deadline or date first; unknown ones last; then by id, so that the choice does not waver. */
function byDeadline(a: Shipment, b: Shipment): number {
  return compare(deadline(a), deadline(b)) || compare(a.id, b.id)
}

const compare = <Value extends string | number>(a: Value, b: Value): number =>
  a < b ? -1 : Number(a > b)

/** Epoch milliseconds: carriers write instants with offsets of their own, and days. */
function deadline(shipment: Shipment): number {
  const { pickup, next_attempt, window, estimate } = currentFacts(shipment.facts)
  const time = Date.parse(pickup?.until ?? next_attempt ?? window?.from ?? estimate?.to ?? '')
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}

function isPartDelivered(order: Input, counted: readonly Shipment[], first: Shipment): boolean {
  const delivered = counted.some(({ status }) => status.milestone === 'delivered')
  if (!delivered || first.status.condition !== 'on_track') return false
  return first.status.milestone === 'delivered' ? hasOpenArticles(order) : isQuiet(first)
}

const isQuiet = ({ status }: Shipment): boolean =>
  !isTerminal(status.milestone) &&
  status.milestone !== 'out_for_delivery' &&
  status.milestone !== 'ready_for_pickup'

const hasOpenArticles = (order: Input): boolean =>
  order.placed.lines.some((line) => (line.counts?.open ?? 0) > 0)

function headlineBefore(order: Input): OrderStatus {
  const { placed, milestones } = order
  if (milestones.packed) return beforeShipping('packed', 'on_track', 'packed')
  const state = milestones.confirmed ? 'confirmed' : 'placed'
  if (placed.payment.status === 'due') {
    return beforeShipping(state, 'action_needed', 'payment_awaited')
  }
  const kinds = new Set(placed.lines.map((line) => line.kind))
  if (kinds.size > 0 && placed.delivery.method === 'digital') {
    return beforeShipping(state, 'on_track', milestones.confirmed ? 'digital_ready' : 'placed')
  }
  if (kinds.has('back_order')) return beforeShipping(state, 'on_track', 'backorder')
  if (kinds.has('pre_order')) return beforeShipping(state, 'on_track', 'preorder')
  return beforeShipping(state, 'on_track', state)
}

const beforeShipping = (
  state: OrderStatus['state'],
  condition: Condition,
  situation: Situation,
): OrderStatus => ({ state, condition, situation, shipment: null })
