/**
 * Writes the OpenAPI document from the schemas that validate requests: to the file it is given, else
 * to `openapi.json` beside itself. Run by Node.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { brandInput } from '../../../schema/brand.ts'
import { lineInput, orderInput, shipmentInput } from '../../../schema/order-input.ts'
import { CARRIERS } from '../../../schema/vocabulary.ts'
import { carriers } from '../../carriers/registry.ts'
import type { ProblemCode } from '../../lib/errors.ts'
import { PROBLEMS } from '../../lib/errors.ts'
import * as answers from './answers.ts'
import * as inputs from './inputs.ts'
import type { Operation } from './operations.ts'
import { OPERATIONS } from './operations.ts'

type Json = Record<string, unknown>
type Direction = 'input' | 'output'

/** Names under `components/schemas`: of what comes in, and of what goes out. */
const NAMES: Readonly<Record<Direction, Readonly<Record<string, z.ZodType>>>> = {
  input: {
    OrderInput: orderInput,
    LineInput: lineInput,
    ShipmentInput: shipmentInput,
    ShipmentsInput: inputs.shipmentsInput,
    MilestonesInput: inputs.milestonesInput,
    CarrierAccountInput: inputs.accountInput,
    CarrierAccountChange: inputs.accountChange,
    BrandInput: brandInput,
  },
  output: {
    Order: answers.orderAnswer,
    OrderList: answers.orderListAnswer,
    Line: lineInput,
    Shipment: answers.shipmentAnswer,
    Scan: answers.scanAnswer,
    State: answers.state,
    Milestone: answers.milestone,
    Condition: answers.condition,
    Reason: answers.reason,
    Situation: answers.situation,
    CarrierAccount: answers.accountAnswer,
    CarrierAccountList: answers.accountListAnswer,
    Brand: brandInput,
    PublishedBrand: answers.brandAnswer,
    Detection: answers.detectAnswer,
    Inspection: answers.inspectAnswer,
    Unmapped: answers.unmappedAnswer,
    Problem: answers.problemAnswer,
  },
}

const ANY_OPERATION = ['unauthorized', 'rate_limited', 'busy', 'internal'] as const
const ANY_BODY = [
  'invalid_json',
  'unsupported_media_type',
  'body_too_large',
  'invalid_body',
] as const
/** Problems that say when to try again. */
const WITH_RETRY_AFTER: readonly ProblemCode[] = ['rate_limited', 'busy']

const PARAMETERS: Readonly<Record<string, Json>> = {
  number: {
    description: 'The order’s number, written as the shop or as a shopper would',
    schema: { type: 'string' },
  },
  id: { description: 'The account’s id', schema: { type: 'string' } },
  carrier: { schema: { enum: CARRIERS } },
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Any text of up to 255 visible ASCII characters, kept for a day with the order it changed. The same request again is one effect and the same answer; another request under the same key is refused.',
  schema: { type: 'string', maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
}

const INFO = {
  title: 'Whereabouts',
  version: '1',
  summary: 'Orders come in, their parcels are tracked, shoppers see one page.',
  description:
    'Amounts are decimal strings, ids are strings, instants are RFC 3339 with an offset, days are YYYY-MM-DD. Unknown fields in a request are errors; answers may gain fields. Every error is a problem (RFC 9457) with a stable `code`, and names every wrong field at once. About 600 requests a minute and key: the limit is counted by location and is approximate; beyond it 429 says in Retry-After when to try again.',
  license: { name: 'MIT', identifier: 'MIT' },
}

const SANDBOX = {
  description:
    'The carrier `sandbox` needs no account and no network: a tracking number is a story that plays from the moment its shipment begins.',
  grammar: 'SBX-<steps>-<seconds per step>-<id>',
  example: 'SBX-IATC[customs_duties]TOFOD-60-42',
  steps: {
    I: 'label created',
    A: 'accepted',
    T: 'in transit',
    C: 'customs',
    O: 'out for delivery',
    F: 'failed attempt',
    P: 'ready for pickup',
    D: 'delivered',
    X: 'a problem',
    R: 'returning',
    B: 'back at the sender',
    '~': 'silence',
    '!': 'the last scan once more',
    '<': 'the last two scans in wrong order',
    '?': 'no answer until the next step',
  },
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

function settings(direction: Direction) {
  return {
    io: direction,
    target: 'draft-2020-12',
    override: ({ jsonSchema }: { jsonSchema: Json }) => {
      // Whoever reads answers must live with new fields.
      if (direction === 'output') delete jsonSchema.additionalProperties
      if (/^(date|date-time|email)$/.test(String(jsonSchema.format))) delete jsonSchema.pattern
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  } as const
}

function schemas(direction: Direction): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMES[direction])) registry.add(schema, { id })
  const uri = (id: string) => String(reference(id).$ref)
  const made = z.toJSONSchema(registry, { ...settings(direction), uri })
  return Object.fromEntries(Object.entries(made.schemas).map(([id, json]) => [id, bare(json)]))
}

const bare = ({ $schema: _dialect, $id: _id, ...json }: Json): Json => json

function nameOf(direction: Direction, schema: z.ZodType): string {
  const [name] = Object.entries(NAMES[direction]).find(([, known]) => known === schema) ?? []
  if (!name) throw new Error('a schema of an operation has no name')
  return name
}

const json = (direction: Direction, schema: z.ZodType, more: Json = {}): Json => ({
  'application/json': { schema: reference(nameOf(direction, schema)), ...more },
})

function body({ body }: Operation): Json {
  if (!body) return {}
  if (body === 'raw') return { requestBody: { required: true, content: { '*/*': {} } } }
  body.schema.parse(body.example)
  const content = json('input', body.schema, { example: body.example })
  return { requestBody: { required: true, content } }
}

function parameters({ path: template, query, keyed }: Operation): Json {
  const inPath = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...PARAMETERS[name],
  }))
  const { properties = {} } = query ? z.toJSONSchema(query, settings('input')) : {}
  const inQuery = Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = schema as Json
    return { name, in: 'query', ...(description !== undefined && { description }), schema: rest }
  })
  const inHeader = keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []
  const all = [...inPath, ...inQuery, ...inHeader]
  return all.length > 0 ? { parameters: all } : {}
}

/** The problems of one status: any of their codes. */
function problem(codes: readonly ProblemCode[]): Json {
  const wait = codes.some((code) => WITH_RETRY_AFTER.includes(code))
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}`).join('. '),
    ...(wait && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
    content: {
      'application/problem+json': {
        schema: { ...reference('Problem'), properties: { code: { enum: codes } } },
      },
    },
  }
}

function responses({ answers: good, body: sent, problems }: Operation): Json {
  const answered = Object.entries(good).map(([status, [description, schema]]) => [
    status,
    { description, ...(schema && { content: json('output', schema) }) },
  ])
  const own = [...(sent && sent !== 'raw' ? ANY_BODY : []), ...problems]
  const byStatus = Object.entries(Object.groupBy(own, (code) => String(PROBLEMS[code][0])))
  const refused = byStatus.map(([status, codes = []]) => [status, problem(codes)])
  const shared = ANY_OPERATION.map((code) => [
    PROBLEMS[code][0],
    { $ref: `#/components/responses/${code}` },
  ])
  return Object.fromEntries([...answered, ...refused, ...shared])
}

function operation(entry: Operation): Json {
  const { id, summary, description, path: template } = entry
  return {
    operationId: id,
    tags: [template.split('/')[1]],
    summary,
    ...(description && { description }),
    ...parameters(entry),
    ...body(entry),
    responses: responses(entry),
  }
}

function paths(): Json {
  const found: Record<string, Json> = {}
  for (const entry of OPERATIONS) {
    found[entry.path] = { ...found[entry.path], [entry.method]: operation(entry) }
  }
  return found
}

const credentials = Object.values(carriers).map(({ id, credentials: schema }) => [
  id,
  bare(z.toJSONSchema(schema, settings('input'))),
])

const document = {
  openapi: '3.1.0',
  info: INFO,
  servers: [{ url: '/v1' }],
  security: [{ apiKey: [] }],
  paths: paths(),
  components: {
    securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
    parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
    headers: { RetryAfter: { description: 'Seconds', schema: { type: 'integer' } } },
    responses: Object.fromEntries(ANY_OPERATION.map((code) => [code, problem([code])])),
    schemas: { ...schemas('input'), ...schemas('output') },
  },
  'x-credentials': Object.fromEntries(credentials),
  'x-sandbox': SANDBOX,
}

const file = process.argv[2] ?? path.join(import.meta.dirname, 'openapi.json')
writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`)
