/** Orders as the record has them: read by id or listed, and erased. */
import { shelfOf } from '../../schema/shelf.ts'
import type { Condition, State } from '../../schema/vocabulary.ts'
import { repeatable } from './retry.ts'

export const READ_SNAPSHOT = 'SELECT snapshot FROM orders WHERE id = ?1 AND merchant = ?2'

/** The state of an order as JSON, or null. */
export async function readSnapshot(
  database: D1Database,
  merchant: string,
  id: string,
): Promise<string | null> {
  return database.prepare(READ_SNAPSHOT).bind(id, merchant).first<string>('snapshot')
}

/** The page on the default host knows no merchant yet: the id, which nobody can guess, finds it. */
export const READ_MERCHANT = 'SELECT merchant FROM orders WHERE id = ?1'

export async function readMerchant(database: D1Database, id: string): Promise<string | null> {
  return database.prepare(READ_MERCHANT).bind(id).first<string>('merchant')
}

export interface OrderFilter {
  readonly state?: State | undefined
  readonly condition?: Condition | undefined
  readonly carrier?: string | undefined
  /** Bounds of placed_at, RFC 3339 in UTC; `from` included, `to` not */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly after?: { readonly placed_at: string; readonly id: string } | undefined
  readonly limit: number
}

export interface ListedOrder {
  readonly id: string
  readonly number: string
  readonly state: State
  readonly condition: Condition
  readonly placed_at: string
  readonly updated_at: string
  readonly version: number
}

/** Newest first. */
export async function listOrders(
  database: D1Database,
  merchant: string,
  filter: OrderFilter,
): Promise<ListedOrder[]> {
  const { sql, values } = listQuery(merchant, filter)
  const { results } = await database
    .prepare(sql)
    .bind(...values)
    .all<ListedOrder>()
  return results
}

const CARRIES = `EXISTS (SELECT 1 FROM shipments
  WHERE shipments.order_id = orders.id AND shipments.merchant = orders.merchant AND shipments.carrier = ?)`

/** As the partial index has it, or SQLite does not see that it serves. */
const ON_SHELF = "shelf <> 'delivered'"

/** Where a list by state looks; delivered orders are most of all, and found by time. */
function shelfIfIndexed(state: State): string | undefined {
  const shelf = shelfOf(state)
  return shelf === 'delivered' ? undefined : shelf
}

/** The query itself, so that a test may ask which index serves it. */
export function listQuery(
  merchant: string,
  filter: OrderFilter,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const shelf = filter.state && shelfIfIndexed(filter.state)
  const clauses: readonly (readonly [string, ...(string | undefined)[]])[] = [
    ['merchant = ?', merchant],
    ['state = ?', filter.state],
    [`${ON_SHELF} AND shelf = ?`, shelf],
    ['condition = ?', filter.condition],
    ['placed_at >= ?', filter.from],
    ['placed_at < ?', filter.to],
    ['(placed_at, id) < (?, ?)', filter.after?.placed_at, filter.after?.id],
    [CARRIES, filter.carrier],
  ]
  const asked = clauses.filter(([, value]) => value !== undefined)
  const where = asked.map(([clause]) => clause).join(' AND ')
  const values = asked.flatMap(([, ...bound]) => bound.filter((value) => value !== undefined))
  // Without statistics SQLite prefers two bounds in time to a shelf and one bound: it is told.
  const index = shelf === undefined ? 'orders_by_time' : 'orders_by_shelf'
  return {
    sql: `SELECT id, number, state, condition, placed_at, updated_at, version FROM orders INDEXED BY ${index} WHERE ${where} ORDER BY placed_at DESC, id DESC LIMIT ?`,
    values: [...values, filter.limit],
  }
}

/** Ids of a merchant's orders in id order, for repairs that walk over all of them. */
export async function orderIdsAfter(
  database: D1Database,
  merchant: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { results } = await database
    .prepare('SELECT id FROM orders WHERE merchant = ?1 AND id > ?2 ORDER BY id LIMIT ?3')
    .bind(merchant, after, limit)
    .all<{ id: string }>()
  return results.map((row) => row.id)
}

/** The tombstone first, then everything else of the order, in one transaction. Safe to repeat. */
export async function eraseOrder(
  database: D1Database,
  merchant: string,
  id: string,
  erasedAt: string,
): Promise<void> {
  await repeatable(() =>
    database.batch([
      database
        .prepare(
          'INSERT OR IGNORE INTO tombstones (order_id, merchant, erased_at) VALUES (?1, ?2, ?3)',
        )
        .bind(id, merchant, erasedAt),
      database.prepare('DELETE FROM orders WHERE id = ?1 AND merchant = ?2').bind(id, merchant),
      database
        .prepare('DELETE FROM shipments WHERE order_id = ?1 AND merchant = ?2')
        .bind(id, merchant),
    ]),
  )
}

export async function isErased(
  database: D1Database,
  merchant: string,
  id: string,
): Promise<boolean> {
  const row = await database
    .prepare('SELECT 1 FROM tombstones WHERE order_id = ?1 AND merchant = ?2')
    .bind(id, merchant)
    .first()
  return row !== null
}
