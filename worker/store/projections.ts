/**
 * Writing projections. An older version never overwrites a newer one, an equal one writes nothing,
 * an erased order does not come back, and no merchant writes another's order.
 *
 * A row written costs, and an indexed column that is set costs a row more even where it stays the
 * same. So each table has one statement for rows whose place in an index moves, one for those where
 * it does not, and one for what hardly ever changes.
 */
import { utf8 } from '../lib/bytes.ts'
import { repeatable } from './retry.ts'

const CHANGE_ORDERS = `
INSERT INTO orders (id, merchant, number, state, condition, shelf, placed_at, updated_at, version, snapshot)
SELECT o->>'id', o->>'merchant', o->>'number', o->>'state', o->>'condition', o->>'shelf',
       o->>'placed_at', o->>'updated_at', o->>'version', o->>'snapshot'
FROM (SELECT value AS o FROM json_each(?1))
WHERE NOT EXISTS (SELECT 1 FROM tombstones WHERE order_id = o->>'id' AND merchant = o->>'merchant')
  AND NOT EXISTS (SELECT 1 FROM orders WHERE id = o->>'id' AND merchant = o->>'merchant' AND shelf = o->>'shelf')
ON CONFLICT (id) DO UPDATE SET
  number = excluded.number, state = excluded.state, condition = excluded.condition, shelf = excluded.shelf,
  updated_at = excluded.updated_at, version = excluded.version, snapshot = excluded.snapshot
WHERE excluded.version > orders.version AND excluded.merchant = orders.merchant`

const UPDATE_ORDERS = `
UPDATE orders SET number = o->>'number', state = o->>'state', condition = o->>'condition', updated_at = o->>'updated_at',
  version = o->>'version', snapshot = o->>'snapshot'
FROM (SELECT value AS o FROM json_each(?1))
WHERE orders.id = o->>'id' AND orders.merchant = o->>'merchant' AND orders.version < o->>'version'`

const REDATE_ORDERS = `
UPDATE orders SET placed_at = o->>'placed_at'
FROM (SELECT value AS o FROM json_each(?1))
WHERE orders.id = o->>'id' AND orders.merchant = o->>'merchant' AND orders.version = o->>'version'
  AND orders.placed_at <> o->>'placed_at'`

/** Runs after the orders: rows of a projection older than the record's order are yesterday's. */
const CHANGE_SHIPMENTS = `
INSERT INTO shipments (order_id, shipment, leg, merchant, carrier, account, tracking_number, milestone,
                       condition, since, digest, cadence, slot, version)
SELECT s->>'order_id', s->>'shipment', s->>'leg', s->>'merchant', s->>'carrier', s->>'account',
       s->>'tracking_number', s->>'milestone', s->>'condition', s->>'since', s->>'digest',
       s->>'cadence', s->>'slot', s->>'version'
FROM (SELECT value AS s FROM json_each(?1))
WHERE EXISTS (SELECT 1 FROM orders
              WHERE id = s->>'order_id' AND merchant = s->>'merchant' AND version <= s->>'projected')
  AND NOT EXISTS (SELECT 1 FROM shipments AS known
                  WHERE known.order_id = s->>'order_id' AND known.shipment = s->>'shipment' AND known.leg = s->>'leg'
                    AND known.cadence IS s->>'cadence' AND known.slot IS s->>'slot')
ON CONFLICT (order_id, shipment, leg) DO UPDATE SET
  carrier = excluded.carrier, account = excluded.account, milestone = excluded.milestone,
  condition = excluded.condition, since = excluded.since, digest = excluded.digest,
  cadence = excluded.cadence, slot = excluded.slot, version = excluded.version
WHERE excluded.version > shipments.version AND excluded.merchant = shipments.merchant`

const ITS_ROW = `shipments.order_id = s->>'order_id' AND shipments.shipment = s->>'shipment'
  AND shipments.leg = s->>'leg'`

const UPDATE_SHIPMENTS = `
UPDATE shipments SET carrier = s->>'carrier', account = s->>'account', milestone = s->>'milestone',
  condition = s->>'condition', since = s->>'since', digest = s->>'digest', version = s->>'version'
FROM (SELECT value AS s FROM json_each(?1))
WHERE ${ITS_ROW} AND shipments.merchant = s->>'merchant' AND shipments.version < s->>'version'`

const RENUMBER_SHIPMENTS = `
UPDATE shipments SET tracking_number = s->>'tracking_number'
FROM (SELECT value AS s FROM json_each(?1))
WHERE ${ITS_ROW} AND shipments.merchant = s->>'merchant' AND shipments.version = s->>'version'
  AND shipments.tracking_number <> s->>'tracking_number'`

/** Rows of shipments the shop took back, and of legs a shipment no longer has. */
const DELETE_REMOVED = `
DELETE FROM shipments WHERE (order_id, shipment, leg) IN (
  SELECT known.order_id, known.shipment, known.leg
  FROM json_each(?1) AS orders
  JOIN shipments AS known
    ON known.order_id = orders.value->>'id' AND known.merchant = orders.value->>'merchant'
  WHERE known.version < orders.value->>'version'
    AND NOT EXISTS (
      SELECT 1 FROM json_each(orders.value->'rows') AS rows
      WHERE rows.value->>0 = known.shipment AND rows.value->>1 = known.leg))`

/** Every statement with what it is given, in the order they run; a test asks how SQLite goes about each. */
export const WRITES = [
  [CHANGE_ORDERS, 'orders'],
  [UPDATE_ORDERS, 'orders'],
  [REDATE_ORDERS, 'heads'],
  [CHANGE_SHIPMENTS, 'shipments'],
  [UPDATE_SHIPMENTS, 'shipments'],
  [RENUMBER_SHIPMENTS, 'shipments'],
  [DELETE_REMOVED, 'heads'],
] as const

/** What a projection has to have for these statements; the rest of it is columns. */
interface Projected {
  readonly order: {
    readonly id: string
    readonly merchant: string
    readonly version: number
    readonly placed_at: string
  }
  readonly shipments: readonly { readonly shipment: string; readonly leg: number }[]
}

/** D1 takes texts of 2 MB. */
const MAX_BYTES = 1_000_000

/**
 * `projections`: JSON texts as the order's object answers them. One round trip for each megabyte;
 * safe to repeat.
 */
export async function writeProjections(
  database: D1Database,
  projections: readonly string[],
): Promise<void> {
  for (const batch of batches(projections)) {
    const given = parametersOf(newest(batch))
    await repeatable(() =>
      database.batch(WRITES.map(([sql, name]) => database.prepare(sql).bind(given[name]))),
    )
  }
}

function* batches(projections: readonly string[]): Generator<string[]> {
  let batch: string[] = []
  let bytes = 0
  for (const projection of projections) {
    const size = utf8(projection).length
    if (batch.length > 0 && bytes + size > MAX_BYTES) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(projection)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

/** Each order once, at its newest version. */
function newest(projections: readonly string[]): Projected[] {
  const byOrder = new Map<string, Projected>()
  for (const text of projections) {
    const projected = JSON.parse(text) as Projected
    const key = JSON.stringify([projected.order.merchant, projected.order.id])
    const known = byOrder.get(key)
    if (!known || known.order.version < projected.order.version) byOrder.set(key, projected)
  }
  return [...byOrder.values()]
}

/** The snapshots, which are most of the bytes, travel with the orders alone. */
function parametersOf(projections: readonly Projected[]) {
  const heads = projections.map(({ order: { id, merchant, version, placed_at }, shipments }) => ({
    id,
    merchant,
    version,
    placed_at,
    rows: shipments.map(({ shipment, leg }) => [shipment, leg]),
  }))
  const shipments = projections.flatMap(({ order, shipments }) =>
    shipments.map((row) => ({ ...row, projected: order.version })),
  )
  return {
    orders: JSON.stringify(projections.map(({ order }) => order)),
    shipments: JSON.stringify(shipments),
    heads: JSON.stringify(heads),
  }
}
