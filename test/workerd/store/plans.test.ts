import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { OrderFilter } from '../../../worker/store/orders.ts'
import { listQuery, READ_MERCHANT, READ_SNAPSHOT } from '../../../worker/store/orders.ts'
import { WRITES } from '../../../worker/store/projections.ts'
import { READ_BY_NUMBER, READ_DUE } from '../../../worker/store/shipments.ts'

type Value = string | number

/** How SQLite goes about a query, step by step. */
async function planOf(sql: string, values: readonly Value[]): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>()
  return results.map(({ detail }) => detail)
}

/** Steps that read a whole table or sort: what must not be there. */
const SLOW = /^SCAN\b|TEMP B-TREE/

const QUERIES: readonly (readonly [name: string, sql: string, values: Value[], step: RegExp])[] = [
  [
    'the tick’s read',
    READ_DUE,
    [240, 7, 'o', 's', 0, 1000],
    /^SEARCH shipments USING (COVERING )?INDEX shipments_wheel \(cadence=\? AND slot=\? AND /,
  ],
  [
    'the page’s fallback',
    READ_SNAPSHOT,
    ['o', 'm1'],
    /^SEARCH orders USING PRIMARY KEY \(id=\?\)$/,
  ],
  [
    'the default host’s merchant',
    READ_MERCHANT,
    ['o'],
    /^SEARCH orders USING PRIMARY KEY \(id=\?\)$/,
  ],
  [
    'a tracking number’s orders',
    READ_BY_NUMBER,
    ['m1', 'N1'],
    /^SEARCH shipments USING INDEX shipments_by_number \(merchant=\? AND tracking_number=\?\)$/,
  ],
]

test.each(QUERIES)('%s goes straight to its rows', async (_name, sql, values, step) => {
  const plan = await planOf(sql, values)
  expect(plan).toHaveLength(1)
  expect(plan[0]).toMatch(step)
})

test.each(WRITES)('a write finds each row by its key: %s', async (sql) => {
  const plan = await planOf(sql, ['[]'])
  // json_each is scanned; it holds what is to be written.
  expect(
    plan.filter(
      (step) => /^SCAN (orders|shipments|known|tombstones)\b/.test(step) && !/VIRTUAL/.test(step),
    ),
  ).toEqual([])
  expect(plan.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(0)
})

describe('the list of orders', () => {
  const parts: readonly Omit<OrderFilter, 'limit'>[] = [
    { state: 'in_transit' },
    { condition: 'problem' },
    { carrier: 'ups' },
    { from: '2026-01-01T00:00:00.000Z' },
    { to: '2026-02-01T00:00:00.000Z' },
    { after: { placed_at: '2026-01-15T00:00:00.000Z', id: 'o' } },
  ]
  const filters = Array.from({ length: 2 ** parts.length }, (_, bits) =>
    Object.assign({ limit: 50 }, ...parts.filter((_part, index) => (bits >> index) & 1)),
  ) as OrderFilter[]

  test.each(filters)('reads in order from an index: %j', async (filter) => {
    const { sql, values } = listQuery('m1', filter)
    const plan = await planOf(sql, values)
    const index = filter.state
      ? 'orders_by_shelf \\(merchant=\\? AND shelf=\\?'
      : 'orders_by_time \\(merchant=\\?'
    expect(plan[0]).toMatch(new RegExp(`^SEARCH orders USING INDEX ${index}`))
    expect(plan.filter((step) => SLOW.test(step))).toEqual([])
  })

  test('finds delivered orders, which are most of all, by time', async () => {
    const { sql, values } = listQuery('m1', { state: 'delivered', limit: 50 })
    expect((await planOf(sql, values))[0]).toMatch(/USING INDEX orders_by_time \(merchant=\?/)
  })

  test('goes on from a cursor without reading what came before', async () => {
    const { sql, values } = listQuery('m1', Object.assign({ limit: 50 }, parts[5]) as OrderFilter)
    expect((await planOf(sql, values))[0]).toMatch(/\(placed_at,id\)<\(\?,\?\)/)
  })
})
