/** How the API answers: JSON, and RFC 9457 problem details for everything that went wrong. */
import { zValidator } from '@hono/zod-validator'
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod'
import type { FieldError, ProblemCode } from '../lib/errors.ts'
import { PROBLEMS, Problem } from '../lib/errors.ts'
import { describeError, log } from '../lib/log.ts'

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

/** The record, an object or a queue is away for the moment: trying again helps. */
function isAway(error: Error): boolean {
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
  return (
    retryable === true || overloaded === true || /D1|reset|overloaded|Network/.test(error.message)
  )
}

/** Validates the JSON body; every wrong field at once, unknown ones named. Throws Problem. */
export const body = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('json', schema, (result) => {
    if (!result.success) throw invalid('invalid_body', result.error)
  })

/** Validates the query. Throws Problem. */
export const query = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator('query', schema, (result) => {
    if (!result.success) throw invalid('invalid_query', result.error)
  })

type Issues = { readonly issues: readonly z.core.$ZodIssue[] }

export function invalid(code: 'invalid_body' | 'invalid_query', error: Issues): Problem {
  const fields = error.issues.flatMap(fieldErrors)
  return new Problem(code, fields.map(({ field, message }) => `${field}: ${message}`).join('; '), {
    fields,
  })
}

/** A field is named by its JSON pointer (RFC 6901). */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: pointer([...issue.path, key]),
      message: 'unknown field',
    }))
  }
  return [{ field: pointer(issue.path), message: issue.message }]
}

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Only JSON is read as JSON: a form's or an unnamed body's content type is an error, not an empty order. */
export async function needsJson(context: Context, next: () => Promise<void>): Promise<void> {
  const type = context.req.header('content-type') ?? ''
  if (context.req.raw.body && !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new Problem('unsupported_media_type')
  }
  await next()
}
