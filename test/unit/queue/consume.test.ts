import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Belt, Effect, Handlers } from '../../../worker/queue/consume.ts'
import { consume } from '../../../worker/queue/consume.ts'
import type { DeadLetter } from '../../../worker/queue/dead-letters.ts'
import { batchOf, delivery } from '../../support/deliveries.ts'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => void vi.restoreAllMocks())

const look = (number: string, shard = 'DB') => ({
  v: 1,
  kind: 'look',
  merchant: 'm1',
  shard,
  carrier: 'ups',
  number,
})

const effectOf = ({ shard, number }: { shard: string; number: string }): Effect[] => [
  { shard, projection: `of ${number}` },
]

/** Every look is its effect; `BAD` throws; nothing else is expected. */
const unexpected = async () => {
  throw new Error('unexpected')
}
const handlers: Handlers = {
  poll: unexpected,
  scans: unexpected,
  fresh_link: unexpected,
  look: async (message) => {
    if (message.number === 'BAD') throw new Error('a bug: https://x.example/o/1?g=secret')
    return effectOf(message)
  },
}

/** A belt that remembers, and fails for the shards named. */
function belt(failing: readonly string[] = []) {
  const writes: [string, readonly string[]][] = []
  const letters: DeadLetter[] = []
  const it: Belt = {
    write: async (shard, projections) => {
      writes.push([shard, projections])
      if (failing.includes(shard)) throw new Error(`D1 of ${shard} is away`)
    },
    keepDeadLetters: async (more) => void letters.push(...more),
  }
  return { it, writes, letters }
}

const ACKED = { acks: 1, retries: [] }
const isRetried = { acks: 0, retries: [expect.any(Number)] }

describe('a batch', () => {
  it('writes what its messages brought once, a shard at a time', async () => {
    const { it: on, writes } = belt()
    const messages = [look('N1'), look('N2', 'DB_B'), look('N3')].map((body) => delivery(body))
    await consume(batchOf(messages), handlers, on)
    expect(writes).toEqual([
      ['DB', ['of N1', 'of N3']],
      ['DB_B', ['of N2']],
    ])
    for (const message of messages) expect(message.settled()).toEqual(ACKED)
  })

  it.each([
    ['a handler that throws', look('BAD')],
    ['a message nobody understands', { kind: 'surprise' }],
    ['a message that is nothing', undefined],
  ])('is not held up by %s', async (_name, body) => {
    const { it: on, writes } = belt()
    const [before, bad, after] = [delivery(look('N1')), delivery(body), delivery(look('N2'))]
    await consume(batchOf([before, bad, after]), handlers, on)
    expect(before.settled()).toEqual(ACKED)
    expect(after.settled()).toEqual(ACKED)
    expect(bad.settled()).toEqual(isRetried)
    expect(writes).toEqual([['DB', ['of N1', 'of N2']]])
  })

  it('with one shard away tries again only what belongs to it', async () => {
    const { it: on } = belt(['DB_B'])
    const [here, away] = [delivery(look('N1')), delivery(look('N2', 'DB_B'))]
    await consume(batchOf([here, away]), handlers, on)
    expect(here.settled()).toEqual(ACKED)
    expect(away.settled()).toEqual(isRetried)
  })

  it('that brought nothing writes nothing', async () => {
    const { it: on, writes } = belt(['DB'])
    const message = delivery(look('N1'))
    await consume(batchOf([message]), { ...handlers, look: async () => [] }, on)
    expect(message.settled()).toEqual(ACKED)
    expect(writes).toEqual([])
  })
})

describe('a message that fails', () => {
  it('is tried again later and later, within a quarter of an hour', async () => {
    for (const attempts of [1, 2, 3, 4]) {
      const message = delivery(look('BAD'), { attempts })
      await consume(batchOf([message]), handlers, belt().it)
      const [wait = 0] = message.settled().retries
      expect(wait).toBeGreaterThanOrEqual((5 * 2 ** attempts) / 2)
      expect(wait).toBeLessThanOrEqual(Math.min(900, 5 * 2 ** attempts))
    }
  })

  it('on its last attempt is kept with the reason, and leaves the belt', async () => {
    const { it: on, letters } = belt()
    const message = delivery(look('BAD'), { id: 'x', attempts: 5 })
    await consume(batchOf([message], 'polls'), handlers, on)
    expect(message.settled()).toEqual(ACKED)
    expect(letters).toMatchObject([
      { id: 'x', queue: 'polls', merchant: 'm1', why: 'Error: a bug: https://x.example/o/1?…' },
    ])
  })

  it('because its shard is away is kept in the end too', async () => {
    const { it: on, letters } = belt(['DB'])
    await consume(batchOf([delivery(look('N1'), { attempts: 5 })]), handlers, on)
    expect(letters).toMatchObject([{ why: 'Error: D1 of DB is away' }])
  })

  it('stays on the belt where not even its letter can be kept', async () => {
    const away: Belt = {
      write: async () => undefined,
      keepDeadLetters: async () => {
        throw new Error('D1 is away')
      },
    }
    const [bad, good] = [delivery(look('BAD'), { attempts: 5 }), delivery(look('N1'))]
    await consume(batchOf([bad, good]), handlers, away)
    expect(bad.settled()).toEqual(isRetried)
    expect(good.settled()).toEqual(ACKED)
  })

  it('is logged with ids alone', async () => {
    const error = vi.mocked(console.error)
    await consume(batchOf([delivery(look('BAD'), { id: 'x' })]), handlers, belt().it)
    expect(error.mock.calls.join()).toContain('"id":"x"')
    expect(error.mock.calls.join()).not.toContain('secret')
  })
})
