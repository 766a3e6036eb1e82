/** Sending in batches that the platform takes, with a deadline of our own: a send may hang for a minute. */
import { utf8 } from '../lib/bytes.ts'
import { SECOND } from '../lib/clock.ts'
import type { Message, MessageKind } from './messages.ts'

/** https://developers.cloudflare.com/queues/platform/limits/: 100 messages or 256 KB a call; some is left for envelopes. */
const MAX_MESSAGES = 100
const MAX_BYTES = 240_000
const DEADLINE = 10 * SECOND

export class QueueError extends Error {
  constructor(cause: unknown) {
    super('a queue did not take the messages', { cause })
    this.name = 'QueueError'
  }
}

/** The queue of each kind of message, by its binding. */
export const QUEUES = {
  poll: 'POLLS',
  look: 'POLLS',
  scans: 'SCANS',
  fresh_link: 'NOTIFY',
} as const satisfies Record<MessageKind, string>

/** Throws QueueError when a batch was not taken in time; what came before it may have been. */
export async function send(
  queue: Queue,
  messages: readonly Message[],
  delaySeconds = 0,
): Promise<void> {
  for (const batch of batches(messages)) {
    await inTime(
      queue.sendBatch(batch.map((body) => ({ body, contentType: 'json', delaySeconds }))),
    )
  }
}

function* batches(messages: readonly Message[]): Generator<Message[]> {
  let batch: Message[] = []
  let bytes = 0
  for (const message of messages) {
    const size = utf8(JSON.stringify(message)).length
    if (batch.length === MAX_MESSAGES || (batch.length > 0 && bytes + size > MAX_BYTES)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(message)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), DEADLINE)
  })
  try {
    await Promise.race([sending, late])
  } catch (cause) {
    throw new QueueError(cause)
  } finally {
    if (timer !== undefined) clearTimeout(timer)
  }
}
