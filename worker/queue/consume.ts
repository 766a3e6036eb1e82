/**
 * The consumer's side of the belt. Each message is settled alone: done, tried again later, or kept
 * as a dead letter with the reason. What the handlers want written is written once for the batch.
 */
import * as z from 'zod'
import { MINUTE, SECOND } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import type { DeadLetter } from './dead-letters.ts'
import { deadLetter } from './dead-letters.ts'
import type { Message, MessageKind, MessageOf } from './messages.ts'
import { parseMessage } from './messages.ts'

/** A projection to write into a shard. */
export interface Effect {
  readonly shard: string
  readonly projection: string
}

export type Handlers = {
  readonly [Kind in MessageKind]: (message: MessageOf<Kind>) => Promise<readonly Effect[]>
}

/** Where the batch's effects and dead letters go: given by who knows the record. */
export interface Belt {
  readonly write: (shard: string, projections: readonly string[]) => Promise<void>
  readonly keepDeadLetters: (letters: readonly DeadLetter[]) => Promise<void>
}

/**
 * Deliveries before a message is kept as a dead letter. What may be an outage, of the record, an
 * object or a belt, is given an hour even where every delay is its shortest; the platform's own limit,
 * `max_retries` in wrangler.toml, lies one delivery beyond. A bug does not pass and is to be seen soon.
 */
export const ATTEMPTS = { outage: 15, bug: 5 } as const
const BASE_DELAY = 5 * SECOND
const MAX_DELAY = 15 * MINUTE

/** What our own mistakes throw; the platform's troubles are plain errors. */
const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError, z.core.$ZodError]

export async function consume(batch: MessageBatch, handlers: Handlers, belt: Belt): Promise<void> {
  const handled = await Promise.all(batch.messages.map((message) => handle(message, handlers)))
  const failed = await write(
    belt,
    handled.flatMap(({ effects }) => effects),
  )
  for (const { message, effects, error } of handled) {
    const why = error ?? effects.map((effect) => failed.get(effect.shard)).find(Boolean)
    if (why === undefined) message.ack()
    else await giveUpOrRetry(batch.queue, message, why, belt)
  }
}

interface Handled {
  readonly message: Delivery
  readonly effects: readonly Effect[]
  readonly error?: unknown
}
type Delivery = MessageBatch['messages'][number]

async function handle(message: Delivery, handlers: Handlers): Promise<Handled> {
  try {
    return { message, effects: await dispatch(parseMessage(message.body), handlers) }
  } catch (error) {
    return { message, effects: [], error }
  }
}

function dispatch(message: Message, handlers: Handlers): Promise<readonly Effect[]> {
  const handler = handlers[message.kind] as (message: Message) => Promise<readonly Effect[]>
  return handler(message)
}

/** The shards that could not be written, each with its error. */
async function write(belt: Belt, effects: readonly Effect[]): Promise<Map<string, unknown>> {
  const failed = new Map<string, unknown>()
  for (const name of new Set(effects.map((effect) => effect.shard))) {
    const mine = effects.filter((effect) => effect.shard === name)
    try {
      await belt.write(
        name,
        mine.map((effect) => effect.projection),
      )
    } catch (error) {
      failed.set(name, error)
    }
  }
  return failed
}

async function giveUpOrRetry(
  queue: string,
  message: Delivery,
  error: unknown,
  belt: Belt,
): Promise<void> {
  const why = describeError(error)
  log('error', 'message_failed', { queue, id: message.id, attempts: message.attempts, why })
  if (message.attempts < ATTEMPTS[isBug(error) ? 'bug' : 'outage'])
    return message.retry({ delaySeconds: backOff(message.attempts) })
  try {
    await belt.keepDeadLetters([deadLetter(queue, message, why)])
    message.ack()
  } catch {
    message.retry({ delaySeconds: backOff(message.attempts) })
  }
}

const isBug = (error: unknown): boolean => BUGS.some((bug) => error instanceof bug)

/** Seconds, up to a quarter of an hour; half of it is chance, so that an outage’s messages come back one by one. */
function backOff(attempts: number): number {
  const ceiling = Math.min(MAX_DELAY, BASE_DELAY * 2 ** attempts)
  return Math.ceil((ceiling * (0.5 + Math.random() / 2)) / SECOND)
}
