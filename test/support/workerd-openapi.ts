/** Checks real answers against the OpenAPI document. */
import type { Schema } from '@cfworker/json-schema'
import { Validator } from '@cfworker/json-schema'
import { expect } from 'vitest'
import document from '../../worker/ingest/api/openapi.json'

type Json = Record<string, unknown>
interface Documented {
  readonly responses: Record<string, unknown>
}

const paths: Readonly<Record<string, Readonly<Record<string, Documented>>>> = document.paths

/** What the document calls an operation, by the method and path of a request. */
export function operationOf(method: string, pathname: string): Documented | undefined {
  const template = Object.keys(paths).find((known) =>
    new RegExp(`^/v1${known.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  )
  return template === undefined ? undefined : paths[template]?.[method.toLowerCase()]
}

/** Fails unless an answer is one that its operation documents, without fields it does not name. */
export function expectDocumented(
  method: string,
  pathname: string,
  answer: { readonly status: number; readonly headers: Headers; readonly body: unknown },
): void {
  const operation = operationOf(method, pathname)
  if (!operation) return
  const { status, headers, body } = answer
  const response = resolve(operation.responses[status]) as
    | { content?: Record<string, { schema: Json }>; headers?: Json }
    | undefined
  expect(response, `${method} ${pathname} documents ${status}`).toBeDefined()
  for (const header of Object.keys(response?.headers ?? {})) {
    expect(headers.get(header), `${status} has ${header}`).not.toBeNull()
  }
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  const schema = response?.content?.[type]?.schema
  expect(schema !== undefined || (response?.content === undefined && type === '')).toBe(true)
  if (schema) expect(errors(schema, body), `${method} ${pathname} ${status}`).toEqual([])
}

function resolve(value: unknown): unknown {
  const { $ref } = Object(value) as { $ref?: string }
  if (!$ref) return value
  return $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Json)[key], document)
}

function errors(schema: Json, body: unknown): string[] {
  const whole = { ...inDefinitions(schema), $defs: DEFINITIONS } as Schema
  const { errors: found } = new Validator(whole, '2020-12', false).validate(body)
  return found.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`)
}

const inDefinitions = (value: Json): Json =>
  JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json

/** The document leaves room for fields to come; a field it does not know yet is a mistake here. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]))
  return 'properties' in inner && inner.type === 'object'
    ? { additionalProperties: false, ...inner }
    : inner
}

const DEFINITIONS = closed(inDefinitions(document.components.schemas))
