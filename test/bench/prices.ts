/**
 * Prices over the allowances, Workers Paid, in dollars, and what the benchmarks count turned into them.
 * Source: developers.cloudflare.com, /workers/platform/pricing, /durable-objects/platform/pricing,
 * /d1/platform/pricing, /queues/platform/pricing, as read in November 2026.
 */

const MILLION = 1e6

/** Dollars for one. */
export const PRICES = {
  worker_request: 0.3 / MILLION,
  cpu_ms: 0.02 / MILLION,
  object_request: 0.15 / MILLION,
  object_gb_second: 12.5 / MILLION,
  row_written: 1 / MILLION,
  row_read: 0.001 / MILLION,
  object_gb_month: 0.2,
  queue_operation: 0.4 / MILLION,
  d1_gb_month: 0.75,
} as const
export type Priced = keyof typeof PRICES

/** How much of each one life takes, line by line. */
export type Bill = readonly {
  readonly line: string
  readonly what: Priced
  readonly amount: number
}[]

export interface Cost {
  readonly line: string
  /** Dollars per million lives */
  readonly usd: number
}

export const costsOf = (bill: Bill): Cost[] =>
  bill.map(({ line, what, amount }) => ({ line, usd: amount * PRICES[what] * MILLION }))

export const total = (costs: readonly Cost[]): number =>
  costs.reduce((sum, { usd }) => sum + usd, 0)

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
