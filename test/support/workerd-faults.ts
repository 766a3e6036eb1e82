/** D1 as it fails in production, with the texts it fails with. Undone by `vi.restoreAllMocks()`. */
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'

export const D1_TEXTS = {
  reset: 'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  overloaded: 'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  lost: 'D1_ERROR: Network connection lost.',
} as const

/** From now on every statement that matches fails, wherever it is asked for. */
export function failD1(text: string, matches: RegExp = /./): void {
  const database = Object.getPrototypeOf(env.DB) as D1Database
  const { prepare, batch } = database
  const broken = new WeakSet<object>()
  const fail = () => Promise.reject(new Error(text))
  const statement = { bind: () => statement, all: fail, first: fail, run: fail, raw: fail }
  broken.add(statement)
  vi.spyOn(database, 'prepare').mockImplementation(function (this: D1Database, sql) {
    if (!matches.test(sql)) return prepare.call(this, sql)
    return statement as unknown as D1PreparedStatement
  })
  vi.spyOn(database, 'batch').mockImplementation(function (this: D1Database, statements) {
    return statements.some((one) => broken.has(one)) ? fail() : batch.call(this, statements)
  } as D1Database['batch'])
}
