/** What the API answers when it cannot do what was asked: RFC 9457 problem details. */

/** Stable codes with their HTTP status and title. A code is a promise: it never changes its meaning. */
export const PROBLEMS = {
  invalid_body: [422, 'The body is not as it should be'],
  invalid_query: [422, 'The query is not as it should be'],
  invalid_json: [400, 'The body is not JSON'],
  unsupported_media_type: [415, 'The body must be application/json'],
  body_too_large: [413, 'The body is too large'],
  unauthorized: [401, 'A valid API key is needed'],
  not_found: [404, 'There is no such thing'],
  order_not_found: [404, 'There is no such order'],
  order_erased: [410, 'The order was erased'],
  carrier_unknown: [404, 'There is no such carrier'],
  carrier_account_not_found: [404, 'There is no such carrier account'],
  credentials_refused: [422, 'The carrier refuses the credentials'],
  too_many_shipments: [422, 'An order has at most 100 shipments'],
  idempotency_key_reused: [422, 'The Idempotency-Key came before with another body'],
  idempotency_key_invalid: [400, 'The Idempotency-Key is not as it should be'],
  rate_limited: [429, 'Too many requests'],
  hostname_taken: [409, 'The hostname belongs to another merchant'],
  merchant_exists: [409, 'There is a merchant of that id in another shard or jurisdiction'],
  busy: [503, 'Not available for the moment'],
  internal: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>
export type ProblemCode = keyof typeof PROBLEMS

/** Object.keys loses the key type; here it is known. */
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]

/** One wrong field: a JSON pointer to it, and what it should be. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly fields: readonly FieldError[]
  /** Seconds after which to try again; null: trying again does not help */
  readonly retryAfter: number | null

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { fields?: readonly FieldError[]; retryAfter?: number } = {},
  ) {
    super(detail ?? PROBLEMS[code][1])
    this.name = 'Problem'
    this.code = code
    this.fields = more.fields ?? []
    this.retryAfter = more.retryAfter ?? null
  }
}
