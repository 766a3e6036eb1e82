/** Messages given up on: what they were, without their bodies, and why. */
import { now, toInstant } from '../lib/clock.ts'
import { parseMessage, withoutBody } from './messages.ts'

export interface DeadLetter {
  readonly id: string
  readonly queue: string
  readonly merchant: string | null
  /** JSON of a message that may be sent again, or of null */
  readonly message: string
  readonly why: string
  readonly died_at: string
}

type Delivery = MessageBatch['messages'][number]

export function deadLetter(queue: string, message: Delivery, why: string): DeadLetter {
  const { merchant, text } = keepable(message.body)
  return { id: message.id, queue, merchant, message: text, why, died_at: toInstant(now()) }
}

/** Letters that died where we could not say why: the platform put them on a dead-letter queue. */
export const foundDead = (batch: MessageBatch): DeadLetter[] =>
  batch.messages.map((message) =>
    deadLetter(batch.queue.replace(/-dead$/, ''), message, 'given up on by the platform'),
  )

/** What may be kept: a message of ours without its body; of anything else, nothing. */
function keepable(body: unknown): { readonly merchant: string | null; readonly text: string } {
  try {
    const message = withoutBody(parseMessage(body))
    return { merchant: message.merchant, text: JSON.stringify(message) }
  } catch {
    return { merchant: null, text: 'null' }
  }
}
