/** What is wrong with a body or a query, field by field, each with what it should be: never with what it was. */
import * as z from 'zod'
import type { FieldError } from '../lib/errors.ts'
import { Problem } from '../lib/errors.ts'

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  url: 'an https URL with a domain name',
  datetime: 'an instant with its offset, like "2026-01-31T12:00:00+04:00"',
  date: 'a day, like "2026-01-31"',
  hostname: 'a host name',
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' }

const oneOf = (values: readonly unknown[]): string => `one of ${values.map(String).join(', ')}`

const REMEDIES: Readonly<Record<string, (issue: RawIssue) => unknown>> = {
  invalid_type: ({ expected, input }) => {
    const kind = KINDS[String(expected)] ?? String(expected)
    return input === undefined ? `missing: ${kind}` : kind
  },
  too_small: ({ minimum, origin }) =>
    minimum === 1 && origin !== 'number' && origin !== 'int'
      ? 'not empty'
      : `at least ${minimum}${UNITS[String(origin)] ?? ''}`,
  too_big: ({ maximum, origin }) => `at most ${maximum}${UNITS[String(origin)] ?? ''}`,
  invalid_format: ({ format }) => FORMATS[String(format)],
  invalid_value: ({ values }) => oneOf(values as readonly unknown[]),
  invalid_union: ({ options }) => Array.isArray(options) && oneOf(options),
  invalid_key: ({ issues }) => (issues as readonly Issue[] | undefined)?.[0]?.message,
}

// Where a schema has no words of its own, in all of this Worker: zod's say what was wrong.
z.config({
  customError: (issue) => {
    const said = REMEDIES[issue.code ?? '']?.(issue)
    return typeof said === 'string' ? said : undefined
  },
})

/** The problem that names every wrong field. */
export function invalid(
  code: 'invalid_body' | 'invalid_query',
  issues: readonly Issue[],
  under: readonly PropertyKey[] = [],
): Problem {
  const named = issues.flatMap((issue) => fieldErrors(issue, under))
  const lines = new Map(named.map((error) => [`${error.field}: ${error.message}`, error]))
  return new Problem(code, [...lines.keys()].join('; '), { fields: [...lines.values()] })
}

function fieldErrors(issue: Issue, under: readonly PropertyKey[]): FieldError[] {
  const path = [...under, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: pointer([...path, key]), message: 'unknown field' }))
  }
  const meant = issue.code === 'invalid_union' ? likeliest(issue.errors) : undefined
  if (meant?.some(({ path: inner }) => inner.length > 0 || issue.path.length === 0)) {
    return meant.flatMap((inner) => fieldErrors(inner, path))
  }
  return [{ field: pointer(path), message: issue.message }]
}

/** Of a union's forms the one that was meant: it knows most of the fields that came. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return [...forms].sort((a, b) => strangers(a) - strangers(b))[0]
}

const strangers = (issues: readonly Issue[]): number =>
  issues
    .filter((issue) => issue.path.length === 0)
    .reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0)

/** A field is named by its JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
