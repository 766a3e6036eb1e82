/** Queue operations as they are billed: a write, a read and a delete for each 64 KB of a message, and a read for each retry. */
import { add } from './counts.ts'

const CHUNK = 64 * 1024

export const chunksOf = (body: unknown): number =>
  Math.max(1, Math.ceil(new TextEncoder().encode(JSON.stringify(body)).length / CHUNK))

export function meteredQueue(queue: Queue): Queue {
  const mine = {
    send: (body: unknown, options?: QueueSendOptions) => {
      add('queue.write', chunksOf(body))
      return queue.send(body, options)
    },
    sendBatch: (messages: Iterable<MessageSendRequest>, options?: QueueSendBatchOptions) => {
      const all = [...messages]
      for (const { body } of all) add('queue.write', chunksOf(body))
      return queue.sendBatch(all, options)
    },
  }
  return mine as unknown as Queue
}

/** A batch whose every delivery and outcome is counted. */
export function meteredBatch(batch: MessageBatch): MessageBatch {
  const messages = batch.messages.map((message) => {
    const chunks = chunksOf(message.body)
    add('queue.read', chunks)
    return {
      id: message.id,
      timestamp: message.timestamp,
      body: message.body,
      attempts: message.attempts,
      ack: () => {
        add('queue.delete', chunks)
        message.ack()
      },
      retry: (options?: QueueRetryOptions) => {
        add('queue.retries', 1)
        message.retry(options)
      },
    }
  })
  return { ...batch, queue: batch.queue, messages } as unknown as MessageBatch
}
