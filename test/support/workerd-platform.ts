/**
 * Queues and cron as the platform runs them, in a test's hand and by its clock: at least once, late,
 * in any order, with retries, dead-letter queues, and faults where a test wants them. Dates must be
 * faked by the test.
 */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import worker from '../../worker/index.ts'
import type { Message } from '../../worker/queue/messages.ts'
import { batchOf, delivery } from './deliveries.ts'

export interface Waiting {
  readonly id: string
  readonly queue: string
  readonly body: unknown
  readonly attempts: number
  /** Epoch milliseconds */
  readonly due: number
}

/** As wrangler.toml has them: messages a batch, and deliveries after the first. */
const QUEUES: Readonly<Record<string, Settings>> = {
  polls: { batch: 5, retries: 15, delay: 0 },
  scans: { batch: 50, retries: 15, delay: 0 },
  notify: { batch: 20, retries: 15, delay: 0 },
}
const DEAD: Settings = { batch: 50, retries: 100, delay: 600 }

interface Settings {
  readonly batch: number
  readonly retries: number
  /** Seconds before another try that names none */
  readonly delay: number
}

type SendFault = () => Promise<never>

export class Platform {
  waiting: Waiting[] = []
  /** Every body that a queue ever took */
  readonly sent: { readonly queue: string; readonly body: Message; readonly at: number }[] = []
  /** What became of each delivery; what dies in a dead-letter queue is lost */
  readonly log: { readonly id: string; readonly outcome: 'ack' | 'retry' | 'dead' | 'lost' }[] = []
  /** While set, every send ends like this */
  sendFault: SendFault | null = null
  readonly env: Env
  #made = 0

  constructor(bindings: Readonly<Record<string, unknown>> = {}) {
    const queues = {
      POLLS: this.#producer('polls'),
      SCANS: this.#producer('scans'),
      NOTIFY: this.#producer('notify'),
    }
    this.env = { ...env, ...queues, ...bindings } as unknown as Env
  }

  #producer(queue: string): Queue {
    const sendBatch = async (
      messages: Iterable<{ readonly body: Message; readonly delaySeconds?: number }>,
    ) => {
      if (this.sendFault) await this.sendFault()
      for (const { body, delaySeconds = 0 } of messages) this.put(queue, body, delaySeconds)
    }
    return { sendBatch } as unknown as Queue
  }

  put(queue: string, body: unknown, delaySeconds = 0): void {
    this.#made += 1
    // A queue keeps a copy: what is changed afterwards is not changed there.
    const copy = JSON.parse(JSON.stringify(body)) as Message
    this.sent.push({ queue, body: copy, at: Date.now() })
    this.waiting.push({
      id: `${queue}-${this.#made}-${crypto.randomUUID()}`,
      queue,
      body: copy,
      attempts: 1,
      due: Date.now() + delaySeconds * 1000,
    })
  }

  /** One cron event. */
  async tick(): Promise<void> {
    await worker.scheduled(createScheduledController(), this.env)
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const context = createExecutionContext()
    const response = await worker.fetch(new Request(url, init), this.env, context)
    await waitOnExecutionContext(context)
    return response
  }

  /** Delivers what is due, queue by queue, batch by batch. `arranged` shuffles or doubles. */
  async deliverDue(arranged = (due: readonly Waiting[]) => [...due]): Promise<void> {
    const due = this.waiting.filter((message) => message.due <= Date.now())
    this.waiting = this.waiting.filter((message) => message.due > Date.now())
    for (const queue of new Set(due.map((message) => message.queue))) {
      const mine = arranged(due.filter((message) => message.queue === queue))
      const { batch } = QUEUES[queue] ?? DEAD
      for (let from = 0; from < mine.length; from += batch) {
        await this.#deliver(queue, mine.slice(from, from + batch))
      }
    }
  }

  async #deliver(queue: string, messages: readonly Waiting[]): Promise<void> {
    const deliveries = messages.map((message) => delivery(message.body, message))
    const threw = await worker.queue(batchOf(deliveries, queue), this.env).then(
      () => false,
      () => true,
    )
    for (const [index, message] of messages.entries()) {
      // The first word counts; without one a message of a batch that did not throw is done.
      const { acks = 0, retries = [] } = deliveries[index]?.settled() ?? {}
      if (retries.length > 0 || (threw && acks === 0)) this.#again(message, retries[0])
      else this.log.push({ id: message.id, outcome: 'ack' })
    }
  }

  #again(message: Waiting, delaySeconds: number | undefined): void {
    const settings = QUEUES[message.queue] ?? DEAD
    const due = Date.now() + (delaySeconds ?? settings.delay) * 1000
    if (message.attempts <= settings.retries) {
      this.log.push({ id: message.id, outcome: 'retry' })
      this.waiting.push({ ...message, attempts: message.attempts + 1, due })
      return
    }
    const isLost = message.queue.endsWith('-dead')
    this.log.push({ id: message.id, outcome: isLost ? 'lost' : 'dead' })
    if (!isLost) this.waiting.push({ ...message, queue: `${message.queue}-dead`, attempts: 1, due })
  }

  /** Lets time pass in steps; `each` happens at every step, then what is due is delivered. */
  async pass(milliseconds: number, step: number, each?: () => Promise<void>): Promise<void> {
    const end = Date.now() + milliseconds
    while (Date.now() < end) {
      vi.setSystemTime(Math.min(end, Date.now() + step))
      await each?.()
      await this.deliverDue()
    }
  }

  /** Lets time pass until no message waits; a little each time, so that carriers' budgets fill. */
  async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const next = Math.min(...this.waiting.map(({ due }) => due))
      vi.setSystemTime(Math.max(Date.now() + 200, next))
      await this.deliverDue()
    }
  }
}

/** The longest that a poll waits for its turn. */
const LONGEST_WAIT = 3000

/** From now on who waits for a short while finds the clock moved on by it. Undone by `mockRestore()`. */
export function jumpOverWaits() {
  const { setTimeout: real } = globalThis
  return vi.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, after = 0) => {
    if (after > LONGEST_WAIT) return real(done, after)
    vi.setSystemTime(Date.now() + after)
    return real(done, 0)
  }) as typeof setTimeout)
}

/**
 * From now on who waits for a short while is told at once that it is over, and the clock has not
 * moved: who was told to wait is told so again. Undone by `mockRestore()`.
 */
export function waitInVain() {
  const { setTimeout: real } = globalThis
  return vi
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((done: () => void, after = 0) =>
      real(done, after > LONGEST_WAIT ? after : 0)) as typeof setTimeout)
}
