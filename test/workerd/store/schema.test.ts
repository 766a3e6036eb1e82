import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'

interface Entry {
  readonly type: string
  readonly name: string
  readonly sql: string
}

const BINDINGS = ['DB', 'DB_B'] as const

/** What a database holds after all migrations, without what belongs to SQLite, D1 and the migrations. */
async function entries(binding: (typeof BINDINGS)[number]): Promise<Entry[]> {
  const { results } = await env[binding]
    .prepare(
      `SELECT type, name, sql FROM sqlite_master
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'
       ORDER BY type, name`,
    )
    .all<Entry>()
  return results
}

describe.each(BINDINGS)('%s after all migrations', (binding) => {
  test('has every table', async () => {
    const tables = (await entries(binding)).filter(({ type }) => type === 'table')
    expect(tables.map(({ name }) => name)).toEqual([
      'api_keys',
      'brands',
      'carrier_accounts',
      'dead_letters',
      'hostnames',
      'merchants',
      'orders',
      'shipments',
      'tombstones',
      'watermarks',
    ])
  })

  test('writes one row for each row: no table has a rowid', async () => {
    const tables = (await entries(binding)).filter(({ type }) => type === 'table')
    const without = tables.filter(({ sql }) => /\)\s*WITHOUT ROWID\s*$/i.test(sql))
    expect(without.map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
  })

  test('keeps parcels that are never asked about out of the wheel’s index', async () => {
    const indexes = (await entries(binding)).filter(({ type }) => type === 'index')
    const wheel = indexes.find(({ name }) => name === 'shipments_wheel')
    expect(wheel?.sql).toMatch(/\(`cadence`,\s*`slot`\) WHERE cadence IS NOT NULL$/)
  })
})

test('both have the same schema', async () => {
  expect(await entries('DB')).toEqual(await entries('DB_B'))
})
