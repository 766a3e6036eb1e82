/** The API as a merchant and as the operator of the platform call it; every answer is checked against the OpenAPI document. */
import { exports } from 'cloudflare:workers'
import { TEST_SECRETS } from './secrets.ts'
import { expectDocumented } from './workerd-openapi.ts'

const ORIGIN = 'http://localhost:8787'

export interface Called<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

export interface Problem {
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

/** One call with a JSON body, or with `init` as it is. */
export async function call<Body = unknown>(
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Called<Body>> {
  const headers = new Headers(init.headers)
  if (key !== null) headers.set('authorization', `Bearer ${key}`)
  if (body !== undefined && !headers.has('content-type')) {
    headers.set('content-type', 'application/json')
  }
  const request = new Request(`${ORIGIN}${path}`, {
    ...init,
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await exports.default.fetch(request)
  const text = await response.text()
  const json = /json/.test(response.headers.get('content-type') ?? '')
  const called = {
    status: response.status,
    headers: response.headers,
    body: (json ? JSON.parse(text) : text) as Body,
  }
  expectDocumented(method, new URL(request.url).pathname, called)
  return called
}

export const operator = <Body = unknown>(method: string, path: string, body?: unknown) =>
  call<Body>(TEST_SECRETS.OPERATOR_KEY, method, `/operator${path}`, body)

export interface Merchant {
  readonly id: string
  readonly key: string
  readonly keyHash: string
  /** A call below `/v1`. */
  readonly api: <Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    init?: RequestInit,
  ) => Promise<Called<Body>>
}

/** A merchant nobody else uses, with an API key. */
export async function newMerchant(settings: Record<string, unknown> = {}): Promise<Merchant> {
  const id = `m-${crypto.randomUUID().slice(0, 13)}`
  const made = await operator('PUT', `/merchants/${id}`, { name: `Shop ${id}`, ...settings })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  const { body } = await operator<{ api_key: string; hash: string }>(
    'POST',
    `/merchants/${id}/keys`,
    { name: 'test' },
  )
  return {
    id,
    key: body.api_key,
    keyHash: body.hash,
    api: (method, path, sent, init) => call(body.api_key, method, `/v1${path}`, sent, init),
  }
}

/** What orders and lists answer, as far as tests ask. */
export interface Order {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly state: string
  readonly link: string
  readonly grant_link: string
  readonly recipient_link: string | null
  readonly milestones: Readonly<Record<string, string>>
  readonly order: Readonly<Record<string, unknown>>
  readonly shipments: readonly { readonly id: string; readonly tracking_number: string }[]
}

export interface Page {
  readonly orders: readonly Pick<Order, 'id' | 'number' | 'version' | 'state' | 'link'>[]
  readonly next: string | null
}

/** The least an order says. */
export const orderBody = (number: string, more: Record<string, unknown> = {}) => ({
  number,
  currency: 'EUR',
  totals: { total: '12.50' },
  buyer: {},
  delivery: {},
  ...more,
})

/** A shipment of a carrier that is never asked, so that nothing happens to it meanwhile. */
export const untracked = (number: string, more: Record<string, unknown> = {}) => ({
  carrier: 'dove_post',
  tracking_number: number,
  ...more,
})
