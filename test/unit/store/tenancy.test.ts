import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listQuery } from '../../../worker/store/orders.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../../worker/store')

/** Comments are matched too, so that an apostrophe in one begins no text. */
const TOKENS = /\/\*[\s\S]*?\*\/|\/\/.*|`([^`]*)`|'([^'\n]*)'/g

/** Every SQL text in the folder. */
const statements = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(path.join(FOLDER, file), 'utf8').matchAll(TOKENS)]
      .map(([, template, quoted]) => (template ?? quoted ?? '').trim())
      .filter((sql) => /\b(?:SELECT|INSERT|UPDATE|DELETE)\b/.test(sql)),
  )

/** Those about tables whose rows belong to one merchant each. */
const ofTenants = statements.filter((sql) =>
  /\b(?:FROM|INTO|JOIN|UPDATE) (?:orders|shipments|tombstones)\b/.test(sql),
)

/** Those that name no merchant, and why that is right. */
const EXCEPTIONS: readonly (readonly [why: string, sql: RegExp])[] = [
  ['the wheel turns over all merchants of a shard', /INDEXED BY shipments_wheel/],
  [
    'the page on the default host learns the merchant',
    /^SELECT merchant FROM orders WHERE id = \?1$/,
  ],
]
const isException = (sql: string) => EXCEPTIONS.some(([, exception]) => exception.test(sql))

/** A merchant selected is not enough: it is compared, or written beside what it owns. */
const NAMES_MERCHANT =
  /merchant = |merchant'|INTO tombstones \(order_id, merchant|WHERE \$\{where\}/

describe('the queries of the record', () => {
  it('are all seen here', () => {
    expect(statements.length).toBeGreaterThan(15)
    expect(ofTenants.length).toBeGreaterThan(10)
  })

  it.each(ofTenants.filter((sql) => !isException(sql)))('name the merchant: %s', (sql) => {
    expect(sql).toMatch(NAMES_MERCHANT)
  })

  it.each(EXCEPTIONS)('but for one: %s', (_why, exception) => {
    const [only, ...more] = ofTenants.filter((sql) => exception.test(sql))
    expect(only).not.toMatch(NAMES_MERCHANT)
    expect(more).toEqual([])
  })

  it('put together from parts begin with the merchant', () => {
    const { sql, values } = listQuery('m1', { limit: 1, carrier: 'ups' })
    expect(sql).toMatch(/ WHERE merchant = \? AND /)
    expect(values).toEqual(['m1', 'ups', 1])
  })
})
