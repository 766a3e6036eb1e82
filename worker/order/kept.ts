/** An order as its object keeps it: as text, so that a view hands it on without reading it. */
import type { OrderState } from './state.ts'
import { STATE_SCHEMA, upgrade } from './state.ts'

/** The one value in an object's storage. */
export interface StoredOrder {
  readonly schema: number
  readonly merchant: string
  readonly version: number
  /** Where its record lies */
  readonly shard: string
  /** The state as JSON */
  readonly state: string
}

export class KeptOrder {
  readonly stored: StoredOrder
  #state: OrderState | undefined

  private constructor(stored: StoredOrder, state?: OrderState) {
    this.stored = stored
    this.#state = state
  }

  static of(state: OrderState, shard: string): KeptOrder {
    const { schema, merchant, version } = state
    return new KeptOrder({ schema, merchant, version, shard, state: JSON.stringify(state) }, state)
  }

  /** Of any past schema. Throws on one from the future. */
  static from(stored: StoredOrder): KeptOrder {
    if (stored.schema === STATE_SCHEMA) return new KeptOrder(stored)
    return KeptOrder.of(upgrade(JSON.parse(stored.state) as OrderState), stored.shard)
  }

  /** Read on first use. */
  get state(): OrderState {
    this.#state ??= upgrade(JSON.parse(this.stored.state) as OrderState)
    return this.#state
  }
}
