/** What an object answers when it does not do what it was asked. */
import { Problem } from '../lib/errors.ts'
import type { Answer, Reference, Refusal } from './commands.ts'
import { REFUSALS } from './commands.ts'
import type { OrderState } from './state.ts'

/** Throws Problem `order_not_found`. */
export function needed(state: OrderState | null): OrderState {
  if (!state) throw new Problem('order_not_found')
  return state
}

export function outcomeOf(before: OrderState | null, after: OrderState) {
  if (!before) return 'created'
  return after === before ? 'unchanged' : 'changed'
}

/** A problem that is part of the conversation as an answer; any other is thrown. */
export function refusal(error: unknown): Answer {
  if (error instanceof Problem) {
    const known = REFUSALS.find((refusal): refusal is Refusal => refusal === error.code)
    if (known) return { outcome: 'refused', refusal: known, projection: '' }
  }
  throw error
}

/** What an erased order is: to another merchant it never was. */
export const gone = (erased: Reference, asking: Reference | null): Problem =>
  new Problem(asking && asking.merchant !== erased.merchant ? 'order_not_found' : 'order_erased')

/** For those to whom an erased order, or another merchant's, is no order. */
export function orderGone(error: unknown): null {
  const code = error instanceof Problem ? error.code : null
  if (code === 'order_erased' || code === 'order_not_found') return null
  throw error
}
