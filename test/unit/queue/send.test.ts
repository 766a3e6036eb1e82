import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Message } from '../../../worker/queue/messages.ts'
import { QUEUES, QueueError, send } from '../../../worker/queue/send.ts'

afterEach(() => void vi.useRealTimers())

const look = (number: string): Message => ({
  v: 1,
  kind: 'look',
  merchant: 'm1',
  shard: 'DB',
  carrier: 'ups',
  number,
})

type Sent = { body: Message; delaySeconds?: number }[]

/** A queue that takes batches as told. */
function queue(take: () => Promise<unknown> = async () => undefined) {
  const batches: Sent[] = []
  const sendBatch = (batch: Iterable<Sent[number]>) => {
    batches.push([...batch])
    return take()
  }
  return { batches, queue: { sendBatch } as unknown as Queue }
}

const bytes = (sent: Sent) =>
  sent.reduce((sum, { body }) => sum + new TextEncoder().encode(JSON.stringify(body)).length, 0)

describe('sending', () => {
  it('sends nothing where there is nothing', async () => {
    const { batches, queue: it } = queue()
    await send(it, [])
    expect(batches).toEqual([])
  })

  it('keeps to a hundred messages and 256 KB a call, loses none and keeps their order', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.constant('N1'),
        fc.integer({ min: 1, max: 30_000 }).map((length) => 'x'.repeat(length)),
        fc.integer({ min: 1, max: 30_000 }).map((length) => '包'.repeat(length)),
      ),
      { maxLength: 300, size: 'max' },
    )
    await fc.assert(
      fc.asyncProperty(texts, async (numbers) => {
        const { batches, queue: it } = queue()
        await send(it, numbers.map(look))
        expect(batches.flat().map(({ body }) => body)).toEqual(numbers.map(look))
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(100)
          expect(bytes(batch)).toBeLessThan(250_000)
        }
      }),
      { numRuns: 6 },
    )
  })

  it('delays where asked', async () => {
    const { batches, queue: it } = queue()
    await send(it, [look('N1')], 30)
    expect(batches[0]?.[0]).toMatchObject({ delaySeconds: 30, contentType: 'json' })
  })

  it('fails as a queue’s error where the queue does, and sends no more', async () => {
    const { batches, queue: it } = queue(async () => {
      throw new Error('Queue is overloaded')
    })
    const sending = send(
      it,
      Array.from({ length: 150 }, (_, index) => look(`N${index}`)),
    )
    await expect(sending).rejects.toThrow(QueueError)
    expect(batches).toHaveLength(1)
  })

  it('does not hang with a queue that hangs', async () => {
    vi.useFakeTimers()
    const sending = send(queue(() => new Promise(() => undefined)).queue, [look('N1')])
    const failed = expect(sending).rejects.toThrow(QueueError)
    await vi.advanceTimersByTimeAsync(10_000)
    await failed
  })

  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    await send(queue().queue, [look('N1')])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('every kind of message', () => {
  it('has its queue', () => {
    expect(QUEUES).toEqual({ poll: 'POLLS', look: 'POLLS', scans: 'SCANS', fresh_link: 'NOTIFY' })
  })
})
