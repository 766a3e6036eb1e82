/** D1 whose every statement is counted by its own `meta`: rows read and written, by verb and table. */
import { add } from './counts.ts'

const NAME = /^\s*(INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM|SELECT[\s\S]*? FROM)\s+["`]?(\w+)/i

/** Like `UPDATE orders`. */
export function nameOf(sql: string): string {
  const [, verb = 'OTHER', table = ''] = NAME.exec(sql) ?? []
  return `${verb.split(/\s/)[0]?.toUpperCase()} ${table}`
}

function note(sql: string, meta: D1Meta): void {
  add(`d1.queries ${nameOf(sql)}`, 1)
  add(`d1.read ${nameOf(sql)}`, meta.rows_read)
  add(`d1.written ${nameOf(sql)}`, meta.rows_written)
}

interface Known {
  readonly sql: string
  readonly statement: D1PreparedStatement
}
const known = new WeakMap<object, Known>()

/** `first` and `raw` carry no meta: they are answered from `all`. */
function metered(sql: string, statement: D1PreparedStatement): D1PreparedStatement {
  const all = async () => {
    const result = await statement.all<Record<string, unknown>>()
    note(sql, result.meta)
    return result
  }
  const mine = {
    bind: (...values: unknown[]) => metered(sql, statement.bind(...values)),
    all,
    run: all,
    raw: async () => (await all()).results.map((row) => Object.values(row)),
    first: async (column?: string) => {
      const [row] = (await all()).results
      return column === undefined ? (row ?? null) : (row?.[column] ?? null)
    },
  }
  known.set(mine, { sql, statement })
  return mine as unknown as D1PreparedStatement
}

export function meteredD1(database: D1Database): D1Database {
  const mine = {
    prepare: (sql: string) => metered(sql, database.prepare(sql)),
    batch: async (statements: readonly D1PreparedStatement[]) => {
      const plain = statements.map((one) => known.get(one)).filter((one) => one !== undefined)
      const results = await database.batch(plain.map(({ statement }) => statement))
      plain.forEach(({ sql }, index) => {
        const meta = results[index]?.meta
        if (meta) note(sql, meta)
      })
      add('d1.batches', 1)
      return results
    },
  }
  return mine as unknown as D1Database
}
