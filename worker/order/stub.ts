/** Typed access to an order's object: the right jurisdiction, a new stub for each try, tries only where they help. */
import { Problem } from '../lib/errors.ts'
import { readId } from '../lib/id.ts'
import type { KeyRing } from '../lib/keys.ts'
import type { Answer } from './commands.ts'
import { stateIn } from './commands.ts'
import type { OrderObject } from './object.ts'
import type { OrderState } from './state.ts'

export type OrderStub = DurableObjectStub<OrderObject>

export interface OrderObjects {
  readonly ORDER: DurableObjectNamespace<OrderObject>
}

const ATTEMPTS = 3
const BASE_DELAY = 40

/**
 * Calls the object of an order. An error the platform marks retryable is tried again with a new
 * stub; an overloaded object is left alone. `id` must be one of ours: see readId.
 */
export async function withOrder<Result>(
  objects: OrderObjects,
  keys: KeyRing,
  id: string,
  call: (stub: OrderStub) => Promise<Result>,
  locationHint?: string | null,
): Promise<Result> {
  const jurisdiction = await readId(keys, id)
  if (!jurisdiction) throw new Problem('order_not_found')
  const namespace = jurisdiction === 'eu' ? inEurope(objects.ORDER) : objects.ORDER
  const options = locationHint ? { locationHint: locationHint as DurableObjectLocationHint } : {}
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(namespace.getByName(id, options))
    } catch (error) {
      if (attempt >= ATTEMPTS || !isWorthRepeating(error)) throw error
      await new Promise((done) => setTimeout(done, Math.random() * BASE_DELAY * 2 ** attempt))
    }
  }
}

/** Jurisdictions exist on the platform alone: the local runtime has one, and says so. */
function inEurope(
  namespace: DurableObjectNamespace<OrderObject>,
): DurableObjectNamespace<OrderObject> {
  try {
    return namespace.jurisdiction('eu')
  } catch (error) {
    if (error instanceof Error && error.message.includes('not implemented in workerd')) {
      return namespace
    }
    throw error
  }
}

function isWorthRepeating(error: unknown): boolean {
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean }
  return retryable === true && overloaded !== true
}

export interface Placed {
  readonly outcome: Answer['outcome']
  readonly state: OrderState
  readonly projection: string
}

/** An answer with its state read; a refusal thrown as the Problem it stands for. */
export function accepted(answer: Answer): Placed {
  if (answer.refusal) throw new Problem(answer.refusal)
  const { outcome, projection } = answer
  return { outcome, projection, state: stateIn(projection) }
}
