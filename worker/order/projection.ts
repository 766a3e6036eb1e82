/** An order's state as D1 keeps it: columns to list and search by, and the whole state as snapshot. */
import { shelfOf } from '../../schema/shelf.ts'
import { MINUTE } from '../lib/clock.ts'
import { scanTime } from './scans.ts'
import type { OrderState, Shipment } from './state.ts'
import { turn } from './wheel.ts'

/** The row of `orders`. */
export interface OrderRow {
  readonly id: string
  readonly merchant: string
  readonly number: string
  readonly state: string
  readonly condition: string
  readonly shelf: string
  readonly placed_at: string
  readonly updated_at: string
  readonly version: number
  readonly snapshot: string
}

/** A row of `shipments`. */
export interface ShipmentRow {
  readonly order_id: string
  readonly shipment: string
  readonly leg: number
  readonly merchant: string
  readonly carrier: string
  readonly account: string | null
  readonly tracking_number: string
  readonly milestone: string
  readonly condition: string
  readonly since: number
  readonly digest: string
  readonly cadence: number | null
  readonly slot: number | null
  readonly version: number
}

export interface Projection {
  readonly order: OrderRow
  readonly shipments: readonly ShipmentRow[]
}

/** `unit`: milliseconds of a wheel unit. */
export function project(state: OrderState, unit: number = MINUTE): Projection {
  return {
    order: {
      id: state.id,
      merchant: state.merchant,
      number: state.placed.number,
      state: state.status.state,
      condition: state.status.condition,
      shelf: shelfOf(state.status.state),
      placed_at: new Date(state.placed_at).toISOString(),
      updated_at: state.updated_at,
      version: state.version,
      snapshot: JSON.stringify(state),
    },
    shipments: state.shipments.flatMap((shipment) => rowsOf(state, shipment, unit)),
  }
}

const NEVER = { cadence: null, slot: null }

function rowsOf(state: OrderState, shipment: Shipment, unit: number): ShipmentRow[] {
  const last = shipment.scans.at(-1)
  const settled = Math.floor((last ? scanTime(last) : shipment.since) / unit)
  const { milestone, condition } = shipment.status
  return shipment.legs.map((leg, index) => ({
    order_id: state.id,
    shipment: shipment.id,
    leg: index,
    merchant: state.merchant,
    carrier: leg.carrier,
    account: leg.account,
    tracking_number: leg.tracking_number,
    milestone,
    condition,
    since: shipment.since,
    digest: leg.digest,
    ...(turn({ ...leg, milestone }, settled) ?? NEVER),
    version: shipment.changed,
  }))
}
