/** How the API answers: JSON, and RFC 9457 problem details for everything that went wrong. */
import { zValidator } from '@hono/zod-validator'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type * as z from 'zod'
import type { ProblemCode } from '../lib/errors.ts'
import { PROBLEMS, Problem } from '../lib/errors.ts'
import { describeError, log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import { invalid } from './field-errors.ts'

/** A problem as `application/problem+json`. `type` is stable and names the code. */
export function problemResponse(problem: Problem, instance: string): Response {
  const [status, title] = PROBLEMS[problem.code]
  const body = {
    type: `urn:whereabouts:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.message,
    instance,
    ...(problem.fields.length > 0 && { errors: problem.fields }),
  }
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
  if (problem.retryAfter !== null) headers.set('retry-after', String(problem.retryAfter))
  if (problem.code === 'unauthorized') headers.set('www-authenticate', 'Bearer')
  return new Response(JSON.stringify(body), { status, headers })
}

export const onError: ErrorHandler = (error, context) =>
  problemResponse(asProblem(error), new URL(context.req.url).pathname)

export const onUnknownPath: NotFoundHandler = (context) =>
  problemResponse(new Problem('not_found'), new URL(context.req.url).pathname)

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'invalid_json',
  413: 'body_too_large',
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  const known = error instanceof HTTPException ? BY_STATUS[error.status] : undefined
  if (known) return new Problem(known)
  log('error', 'request_failed', { error: describeError(error) })
  return isAway(error)
    ? new Problem('busy', 'Nothing was lost; try again in a moment', { retryAfter: 5 })
    : new Problem('internal')
}

/** What the platform says while the record, an object, a queue or KV is away: trying again helps. */
const AWAY =
  /Network connection lost|object to be reset|code was updated|transient issue|overloaded|too much load|exceeded|no longer active|Internal error|did not take|^KV \w+ failed/i

/** A wrapped error says its query first: what went wrong is further down. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
  return (
    retryable === true || overloaded === true || AWAY.test(error.message) || isAway(error.cause)
  )
}

/** Validates the JSON body; every wrong field at once, unknown ones named. Throws Problem. */
export const body = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('json', schema, (result) => {
    if (!result.success) throw invalid('invalid_body', result.error.issues)
  })

/** Validates the query. Throws Problem. */
export const query = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('query', schema, (result) => {
    if (!result.success) throw invalid('invalid_query', result.error.issues)
  })

/** Only JSON is read as JSON: a form's or an unnamed body's content type is an error, not an empty order. */
export async function needsJson(context: Context, next: () => Promise<void>): Promise<void> {
  const type = context.req.header('content-type') ?? ''
  if (context.req.raw.body && !/^application\/([\w.-]+\+)?json *(;|$)/i.test(type)) {
    throw new Problem('unsupported_media_type')
  }
  await next()
}

/** Counts every answer by route and class of status, like `GET /v1/orders/:number` and `2xx`. */
export const countAnswers = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  await next()
  const route = `${context.req.method} ${routePath(context, -1)}`
  const status = `${Math.floor(context.res.status / 100)}xx`
  count(context.env, 'answers', { route, status })
})
