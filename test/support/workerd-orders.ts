/** Orders' objects and rows of the record, as workerd tests reach them. */
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Milestone } from '../../schema/vocabulary.ts'
import { config } from '../../worker/config.ts'
import { orderId } from '../../worker/lib/id.ts'
import type { PlaceCommand, RecordCommand, Reference } from '../../worker/order/commands.ts'
import { project } from '../../worker/order/projection.ts'
import type { OrderState } from '../../worker/order/state.ts'
import { look, placed, scan, shipmentInput } from './orders.ts'

let made = 0

/** A reference to an order nobody has used before. */
export async function newReference(over: Partial<Reference> = {}): Promise<Reference> {
  made += 1
  const merchant = over.merchant ?? `m${made}`
  const id = await orderId(config(env).linkKeys, 'none', merchant, `A-${made}`)
  return { id, shard: 'DB', ...over, merchant }
}

export const objectOf = (reference: Pick<Reference, 'id'>) => env.ORDER.getByName(reference.id)

/** The shop places the order with one shipment `s`, now: an alarm set for the past would ring at once. */
export const placing = (reference: Reference, over: Partial<PlaceCommand> = {}): PlaceCommand => ({
  ...reference,
  at: Date.now(),
  placed: placed(),
  shipments: [shipmentInput({ id: 's' })],
  ...over,
})

/** A look at shipment `s` that found one scan of a milestone. */
export function looking(reference: Reference, milestone: Milestone, hours = 1): RecordCommand {
  const found = look(hours, [scan(hours, { milestone })], { at: Date.now() })
  return { ...reference, looks: [{ shipment: 's', look: found }] }
}

/** What the object keeps, by key. */
export const keptBy = (reference: Reference): Promise<Record<string, unknown>> =>
  runInDurableObject(objectOf(reference), (_object, state) =>
    Object.fromEntries(state.storage.kv.list()),
  )

export const alarmOf = (reference: Reference): Promise<number | null> =>
  runInDurableObject(objectOf(reference), (_object, state) => state.storage.getAlarm())

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
