/** The record: a merchant's orders through `store.for`, the rest by table. */
import { Problem } from '../lib/errors.ts'
import { dropDeadLetters } from './dead-letters.ts'
import type { OrderFilter } from './orders.ts'
import { eraseOrder, isErased, listOrders, orderIdsAfter, readSnapshot } from './orders.ts'
import { writeProjections } from './projections.ts'
import { readByNumber } from './shipments.ts'

/** Names a merchant and the D1 binding that holds its orders. */
export interface Tenant {
  readonly id: string
  readonly shard: string
}

/** The binding of the database with what belongs to no shard. */
const CONTROL = 'DB'

/** A D1 binding by name. Throws Problem `internal` for a name that is not bound: a wrong configuration. */
export function shard(env: object, name: string): D1Database {
  const binding = (env as Readonly<Record<string, D1Database | undefined>>)[name]
  if (!binding) throw new Problem('internal', `no database is bound as ${name}`)
  return binding
}

/** The orders of one merchant: every query carries the merchant. */
function forMerchant(env: object, tenant: Tenant) {
  const database = shard(env, tenant.shard)
  return {
    write: (projections: readonly string[]) => writeProjections(database, projections),
    snapshot: (id: string) => readSnapshot(database, tenant.id, id),
    list: (filter: OrderFilter) => listOrders(database, tenant.id, filter),
    idsAfter: (after: string, limit: number) => orderIdsAfter(database, tenant.id, after, limit),
    erase: async (id: string, at: string, numbers: readonly string[]) => {
      await eraseOrder(database, tenant.id, id, at)
      await dropDeadLetters(shard(env, CONTROL), tenant.id, [id, ...numbers])
    },
    isErased: (id: string) => isErased(database, tenant.id, id),
    byNumber: (number: string) => readByNumber(database, tenant.id, number),
  }
}

export const store = { for: forMerchant }
