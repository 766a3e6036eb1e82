import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE, SECOND } from '../../../worker/lib/clock.ts'
import type { Belt, Effect, Handlers } from '../../../worker/queue/consume.ts'
import { ATTEMPTS, consume } from '../../../worker/queue/consume.ts'
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
    if (message.number === 'BAD') throw new TypeError('a bug: https://x.example/o/1?g=secret')
    if (message.number === 'AWAY') throw new Error('Network connection lost.')
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

/** Milliseconds until a message that fails at this attempt comes again; null: it does not. */
async function waitAfter(number: string, attempts: number): Promise<number | null> {
  const message = delivery(look(number), { attempts })
  await consume(batchOf([message]), handlers, belt().it)
  const [seconds] = message.settled().retries
  return seconds === undefined ? null : seconds * SECOND
}

describe('a message that fails', () => {
  it('is tried again later and later, within a quarter of an hour', async () => {
    for (let attempts = 1; attempts < ATTEMPTS.outage; attempts += 1) {
      const wait = (await waitAfter('AWAY', attempts)) ?? 0
      const longest = Math.min(15 * MINUTE, 5 * SECOND * 2 ** attempts)
      expect(wait).toBeGreaterThanOrEqual(longest / 2)
      expect(wait).toBeLessThanOrEqual(longest)
    }
  })

  it('for an hour is no dead letter, however the chances of its delays fall', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    let waited = 0
    for (let attempts = 1; attempts < ATTEMPTS.outage; attempts += 1) {
      waited += (await waitAfter('AWAY', attempts)) ?? 0
    }
    expect(waited).toBeGreaterThanOrEqual(HOUR)
    expect(await waitAfter('AWAY', ATTEMPTS.outage)).toBeNull()
  })

  it('comes back alone after an outage: never a twentieth of all in ten seconds', async () => {
    const outage = HOUR
    const backs = new Map<number, number>()
    const messages = 600
    for (let index = 0; index < messages; index += 1) {
      // All of them fail from the outage's first minute on.
      let at = Math.random() * MINUTE
      for (let attempts = 1; at < outage; attempts += 1)
        at += (await waitAfter('AWAY', attempts)) ?? 0
      const moment = Math.floor(at / (10 * SECOND))
      backs.set(moment, (backs.get(moment) ?? 0) + 1)
    }
    expect(Math.max(...backs.values())).toBeLessThan(messages / 20)
  })

  it('by a bug of ours is seen within minutes', async () => {
    let waited = 0
    for (let attempts = 1; attempts < ATTEMPTS.bug; attempts += 1) {
      waited += (await waitAfter('BAD', attempts)) ?? 0
    }
    expect(waited).toBeLessThan(5 * MINUTE)
    expect(await waitAfter('BAD', ATTEMPTS.bug)).toBeNull()
  })

  it('is given up on by us one delivery before the platform would', () => {
    const file = readFileSync(path.join(import.meta.dirname, '../../../wrangler.toml'), 'utf8')
    const consumers = file.split('[[queues.consumers]]').slice(1)
    const belts = consumers.filter((text) => text.includes('dead_letter_queue'))
    expect(belts).toHaveLength(3)
    for (const text of belts) {
      // The platform's first delivery is no retry.
      expect(Number(/max_retries = (\d+)/.exec(text)?.[1]) + 1).toBe(ATTEMPTS.outage + 1)
    }
  })

  it('on its last attempt is kept with the reason, and leaves the belt', async () => {
    const { it: on, letters } = belt()
    const message = delivery(look('BAD'), { id: 'x', attempts: 5 })
    await consume(batchOf([message], 'polls'), handlers, on)
    expect(message.settled()).toEqual(ACKED)
    expect(letters).toMatchObject([
      { id: 'x', queue: 'polls', merchant: 'm1', why: 'TypeError: a bug: https://x.example/o/1?…' },
    ])
  })

  it('because its shard is away is kept in the end too', async () => {
    const { it: on, letters } = belt(['DB'])
    const last = delivery(look('N1'), { attempts: ATTEMPTS.outage })
    await consume(batchOf([last]), handlers, on)
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
