/** The platform as it fails in production, with the texts it fails with. Undone by `vi.restoreAllMocks()`. */
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { OrderObject } from '../../worker/order/object.ts'
import type { AccountObject } from '../../worker/polling/account.ts'

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

/** What queues say when they do not take a message. */
export const QUEUE_TEXTS = {
  overloaded: 'Queue is overloaded. Please back off.',
  internal: 'Internal Server Error',
} as const

/** What an object's caller is told, with the platform's own marks. */
export const OBJECT_ERRORS = {
  overloaded: () =>
    Object.assign(new Error('Durable Object is overloaded. Too many requests queued.'), {
      overloaded: true,
      retryable: true,
    }),
  tooMuchLoad: () =>
    Object.assign(new Error('Your account is generating too much load on Durable Objects.'), {
      overloaded: true,
    }),
  codeUpdated: () =>
    Object.assign(new Error('Durable Object reset because its code was updated.'), {
      retryable: true,
    }),
  storageReset: () =>
    Object.assign(
      new Error(
        'Durable Object storage operation exceeded timeout which caused object to be reset.',
      ),
      { retryable: true },
    ),
} as const

/** As a deployment does: the object is gone with all it was doing, and the next call begins a new one. */
export async function reset(
  stub: DurableObjectStub<OrderObject> | DurableObjectStub<AccountObject>,
): Promise<void> {
  const text = 'Durable Object reset because its code was updated.'
  await runInDurableObject(stub, (_object: DurableObject, state) => state.abort(text)).catch(
    () => undefined,
  )
}

/** What KV says when it cannot. */
export const KV_TEXTS = {
  get: 'KV GET failed: 500 Internal Server Error',
  put: 'KV PUT failed: 500 Internal Server Error',
  delete: 'KV DELETE failed: 500 Internal Server Error',
} as const

/**
 * From now on statements that match are carried out and then reported as failed: the answer was
 * lost. `times`: so often for each statement, then answers come again. Undone by `vi.restoreAllMocks()`.
 */
export function loseAnswers(matches: RegExp, times = Number.POSITIVE_INFINITY): void {
  const lost = new Map<string, number>()
  const isLost = (sql: string): boolean => {
    const before = lost.get(sql) ?? 0
    if (!matches.test(sql) || before >= times) return false
    lost.set(sql, before + 1)
    return true
  }
  const fail = () => Promise.reject(new Error(D1_TEXTS.lost))
  const sqlOf = (statement: unknown) => String(Object(statement).statement)
  const database = Object.getPrototypeOf(env.DB) as D1Database
  const { batch } = database
  vi.spyOn(database, 'batch').mockImplementation(async function (this: D1Database, statements) {
    const results = await batch.call(this, statements)
    return statements.filter((one) => isLost(sqlOf(one))).length > 0 ? fail() : results
  } as D1Database['batch'])
  const statement = Object.getPrototypeOf(env.DB.prepare('SELECT 1')) as D1PreparedStatement
  for (const method of ['run', 'all', 'first', 'raw'] as const) {
    const original = statement[method] as (...parameters: unknown[]) => Promise<unknown>
    vi.spyOn(statement, method).mockImplementation(async function (
      this: D1PreparedStatement,
      ...parameters: unknown[]
    ) {
      const result = await original.apply(this, parameters)
      return isLost(sqlOf(this)) ? fail() : result
    } as never)
  }
}
