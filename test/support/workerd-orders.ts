/** Orders' objects and rows of the record, as workerd tests reach them. */
import { env } from 'cloudflare:workers'
import { config } from '../../worker/config.ts'
import { orderId } from '../../worker/lib/id.ts'
import type { PlaceCommand, Reference } from '../../worker/order/commands.ts'
import { project } from '../../worker/order/projection.ts'
import type { OrderState } from '../../worker/order/state.ts'
import { placed, START, shipmentInput } from './orders.ts'

let made = 0

/** A reference to an order nobody has used before. */
export async function newReference(over: Partial<Reference> = {}): Promise<Reference> {
  made += 1
  const merchant = over.merchant ?? `m${made}`
  const id = await orderId(config(env).linkKeys, 'none', merchant, `A-${made}`)
  return { id, shard: 'DB', ...over, merchant }
}

export const objectOf = (reference: Pick<Reference, 'id'>) => env.ORDER.getByName(reference.id)

/** The shop places the order with one shipment `s`. */
export const placing = (reference: Reference, over: Partial<PlaceCommand> = {}): PlaceCommand => ({
  ...reference,
  at: START,
  placed: placed(),
  shipments: [shipmentInput({ id: 's' })],
  ...over,
})

/** The projection as the object answers it. */
export const projectionOf = (state: OrderState): string => JSON.stringify(project(state))

export interface Rows {
  readonly orders: readonly Record<string, unknown>[]
  readonly shipments: readonly Record<string, unknown>[]
  readonly tombstones: readonly Record<string, unknown>[]
}

/** All that the record holds of an order. */
export async function rowsOf(id: string, database: D1Database = env.DB): Promise<Rows> {
  const [orders, shipments, tombstones] = await database.batch<Record<string, unknown>>([
    database.prepare('SELECT * FROM orders WHERE id = ?1').bind(id),
    database.prepare('SELECT * FROM shipments WHERE order_id = ?1 ORDER BY shipment, leg').bind(id),
    database.prepare('SELECT * FROM tombstones WHERE order_id = ?1').bind(id),
  ])
  return {
    orders: orders?.results ?? [],
    shipments: shipments?.results ?? [],
    tombstones: tombstones?.results ?? [],
  }
}
