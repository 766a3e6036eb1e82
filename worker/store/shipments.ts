/** Rows of `shipments`: what the wheel turns over, and what a tracking number belongs to. */

/** One order's interest in a tracking number. */
export interface Tracked {
  readonly order_id: string
  readonly shipment: string
  readonly leg: number
  readonly merchant: string
  readonly carrier: string
  readonly account: string | null
  readonly tracking_number: string
  readonly since: number
  readonly digest: string
}

const COLUMNS =
  'order_id, shipment, leg, merchant, carrier, account, tracking_number, since, digest'

/**
 * The parcels of one place on the wheel, by primary key. The wheel is the platform's own and turns
 * over all merchants of a shard: the one read here that names none; each row says whose it is.
 */
export const READ_DUE = `
SELECT ${COLUMNS} FROM shipments INDEXED BY shipments_wheel
WHERE cadence = ?1 AND slot = ?2 AND (order_id, shipment, leg) > (?3, ?4, ?5)
ORDER BY order_id, shipment, leg LIMIT ?6`

const PAGE = 1000

/** Every parcel due at a cadence's slot, in pages. */
export async function* readDue(
  database: D1Database,
  cadence: number,
  slot: number,
): AsyncGenerator<Tracked[]> {
  let after: Pick<Tracked, 'order_id' | 'shipment' | 'leg'> = { order_id: '', shipment: '', leg: 0 }
  for (;;) {
    const { results } = await database
      .prepare(READ_DUE)
      .bind(cadence, slot, after.order_id, after.shipment, after.leg, PAGE)
      .all<Tracked>()
    if (results.length > 0) yield results
    const last = results.at(-1)
    if (!last || results.length < PAGE) return
    after = last
  }
}

export const READ_BY_NUMBER = `
SELECT ${COLUMNS} FROM shipments
WHERE merchant = ?1 AND tracking_number = ?2 LIMIT 100`

/** Everything of a merchant that has a tracking number, at whatever carrier. */
export async function readByNumber(
  database: D1Database,
  merchant: string,
  trackingNumber: string,
): Promise<Tracked[]> {
  const { results } = await database
    .prepare(READ_BY_NUMBER)
    .bind(merchant, trackingNumber)
    .all<Tracked>()
  return results
}
