/** Messages as a queue delivers them, remembering how each was settled. */

type Delivery = MessageBatch['messages'][number]

export interface Settled {
  readonly acks: number
  readonly retries: readonly (number | undefined)[]
}

/** A message of a body; `settled` tells what became of it. */
export function delivery(
  body: unknown,
  over: { readonly id?: string; readonly attempts?: number } = {},
): Delivery & { readonly settled: () => Settled } {
  let acks = 0
  const retries: (number | undefined)[] = []
  return {
    id: over.id ?? 'message-1',
    timestamp: new Date(0),
    attempts: over.attempts ?? 1,
    body,
    ack: () => {
      acks += 1
    },
    retry: (options) => void retries.push(options?.delaySeconds),
    settled: () => ({ acks, retries }),
  } as Delivery & { readonly settled: () => Settled }
}

export const batchOf = (messages: readonly Delivery[], queue = 'polls'): MessageBatch =>
  ({ queue, messages }) as unknown as MessageBatch
