import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../../worker/lib/clock.ts'
import type { Reference } from '../../../worker/order/commands.ts'
import { stateIn } from '../../../worker/order/commands.ts'
import { placed } from '../../support/orders.ts'
import { D1_TEXTS, failD1 } from '../../support/workerd-faults.ts'
import {
  alarmOf,
  keptBy,
  looking,
  newReference,
  objectOf,
  placing,
  rowsOf,
} from '../../support/workerd-orders.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const untilAlarm = async (reference: Reference) => ((await alarmOf(reference)) ?? 0) - Date.now()

async function delivered(): Promise<Reference> {
  const reference = await newReference()
  const object = objectOf(reference)
  await object.place(placing(reference))
  await object.record(looking(reference, 'delivered'))
  return reference
}

/** Delivered, and two weeks gone by. */
async function letGo(): Promise<Reference> {
  const reference = await delivered()
  await runDurableObjectAlarm(objectOf(reference))
  later(14 * DAY)
  await runDurableObjectAlarm(objectOf(reference))
  return reference
}

describe('the alarm', () => {
  test('writes the projection where the caller did not', async () => {
    const reference = await newReference()
    const { projection } = await objectOf(reference).place(placing(reference))
    expect(await runDurableObjectAlarm(objectOf(reference))).toBe(true)
    const { orders, shipments } = await rowsOf(reference.id)
    expect(orders[0]).toMatchObject({ merchant: reference.merchant, version: 1 })
    expect(JSON.parse(String(orders[0]?.snapshot))).toEqual(stateIn(projection))
    expect(shipments).toHaveLength(1)
    expect(await alarmOf(reference)).toBeNull()
  })

  test('has new numbers looked at at once, and those known no more', async () => {
    const polls = vi.spyOn(env.POLLS, 'sendBatch').mockResolvedValue(undefined as never)
    const reference = await newReference()
    await objectOf(reference).place(placing(reference))
    await runDurableObjectAlarm(objectOf(reference))
    const { merchant, shard } = reference
    const asked = { v: 1, kind: 'look', merchant, shard, carrier: 'ups', number: 'N1' }
    expect(polls.mock.calls.flatMap(([batch]) => [...batch].map(({ body }) => body))).toEqual([
      asked,
    ])
    await objectOf(reference).record(looking(reference, 'in_transit'))
    await objectOf(reference).place(placing(reference, { at: Date.now() + 1 }))
    await runDurableObjectAlarm(objectOf(reference))
    expect(polls).toHaveBeenCalledTimes(1)
  })

  test('rings again where the belt did not take the look', async () => {
    const polls = vi
      .spyOn(env.POLLS, 'sendBatch')
      .mockRejectedValue(new Error('Queue is overloaded. Please back off.'))
    const reference = await newReference()
    await objectOf(reference).place(placing(reference))
    await runDurableObjectAlarm(objectOf(reference))
    expect((await rowsOf(reference.id)).orders).toHaveLength(1)
    expect(await untilAlarm(reference)).toBeGreaterThan(0)
    polls.mockResolvedValue(undefined as never)
    await runDurableObjectAlarm(objectOf(reference))
    expect(polls).toHaveBeenCalledTimes(2)
  })

  test('writes to the shard the order belongs to, also after an eviction', async () => {
    const reference = await newReference({ shard: 'DB_B' })
    await objectOf(reference).place(placing(reference))
    await evictDurableObject(objectOf(reference))
    await runDurableObjectAlarm(objectOf(reference))
    expect((await rowsOf(reference.id)).orders).toEqual([])
    expect((await rowsOf(reference.id, env.DB_B)).orders).toHaveLength(1)
  })

  test.each(Object.entries(D1_TEXTS))(
    'rings again later and later while D1 is %s, and then succeeds',
    async (_name, text) => {
      const reference = await newReference()
      await objectOf(reference).place(placing(reference))
      failD1(text)
      const waits: number[] = []
      for (let ring = 0; ring < 12; ring += 1) {
        await runDurableObjectAlarm(objectOf(reference))
        waits.push(await untilAlarm(reference))
      }
      expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16].map((seconds) => seconds * SECOND))
      expect(waits.at(-1)).toBe(15 * MINUTE)
      vi.restoreAllMocks()
      await runDurableObjectAlarm(objectOf(reference))
      expect((await rowsOf(reference.id)).orders).toHaveLength(1)
      expect(await alarmOf(reference)).toBeNull()
    },
  )

  test('that is still to come is not moved by what comes later', async () => {
    const reference = await newReference()
    await objectOf(reference).place(placing(reference))
    const first = await alarmOf(reference)
    later(5 * SECOND)
    await objectOf(reference).place(placing(reference, { placed: placed({ currency: 'AED' }) }))
    expect(await alarmOf(reference)).toBe(first)
  })

  test('that should have rung a while ago is set anew', async () => {
    const reference = await newReference()
    await objectOf(reference).place(placing(reference))
    later(10 * MINUTE)
    await objectOf(reference).place(placing(reference, { placed: placed({ currency: 'AED' }) }))
    expect(await untilAlarm(reference)).toBe(20 * SECOND)
  })
})

describe('an order that is over', () => {
  test('keeps its object for two weeks', async () => {
    const reference = await delivered()
    await runDurableObjectAlarm(objectOf(reference))
    const wait = await untilAlarm(reference)
    expect(wait).toBeGreaterThan(14 * DAY - MINUTE)
    expect(wait).toBeLessThanOrEqual(14 * DAY)
    later(13 * DAY)
    await runDurableObjectAlarm(objectOf(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['order'])
  })

  test('then lets it go, with nothing left in it', async () => {
    const reference = await letGo()
    expect(await keptBy(reference)).toEqual({})
    expect(await alarmOf(reference)).toBeNull()
    expect((await rowsOf(reference.id)).orders).toMatchObject([{ state: 'delivered' }])
  })

  test('keeps its object where news comes meanwhile', async () => {
    const reference = await delivered()
    await objectOf(reference).record(looking(reference, 'returning_to_sender', 30))
    later(15 * DAY)
    await runDurableObjectAlarm(objectOf(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['order'])
    expect(await alarmOf(reference)).toBeNull()
  })

  test('does not let go of what the record has not got', async () => {
    const reference = await delivered()
    later(15 * DAY)
    failD1(D1_TEXTS.reset)
    await runDurableObjectAlarm(objectOf(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['order'])
    vi.restoreAllMocks()
    await runDurableObjectAlarm(objectOf(reference))
    expect(await keptBy(reference)).toEqual({})
    expect((await rowsOf(reference.id)).orders).toHaveLength(1)
  })
})

/** Lets the alarm ring, and something else happen while D1 is slow to take what it writes. */
async function ringDuring(reference: Reference, act: () => Promise<unknown>): Promise<void> {
  const database = Object.getPrototypeOf(env.DB) as D1Database
  const { batch } = database
  const taken = Promise.withResolvers<void>()
  const slow = vi.spyOn(database, 'batch').mockImplementationOnce(async function (
    this: D1Database,
    statements,
  ) {
    await taken.promise
    return batch.call(this, statements)
  } as D1Database['batch'])
  const ringing = runDurableObjectAlarm(objectOf(reference))
  await vi.waitFor(() => expect(slow).toHaveBeenCalled())
  await act()
  taken.resolve()
  await ringing
}

describe('what happens while the alarm writes', () => {
  test('is not let go of with the rest', async () => {
    const reference = await delivered()
    later(15 * DAY)
    const changed = placing(reference, { placed: placed({ currency: 'AED' }) })
    await ringDuring(reference, () => objectOf(reference).place(changed))
    const kept = await keptBy(reference)
    expect(kept).toMatchObject({ order: { version: 3 } })
    expect(kept).toHaveProperty('order.state', expect.stringContaining('"currency":"AED"'))
    expect(await untilAlarm(reference)).toBe(20 * SECOND)
  })

  test('is projected soon, though the end is far', async () => {
    const reference = await delivered()
    const changed = placing(reference, { placed: placed({ currency: 'AED' }) })
    await ringDuring(reference, () => objectOf(reference).place(changed))
    expect(await untilAlarm(reference)).toBeLessThanOrEqual(20 * SECOND)
  })

  test('stays erased', async () => {
    const reference = await delivered()
    later(15 * DAY)
    await ringDuring(reference, () => objectOf(reference).erase(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['erased'])
    expect((await rowsOf(reference.id)).orders).toEqual([])
  })
})

describe('an object that let go', () => {
  test('rebuilds the order from the record to be viewed, and keeps nothing for it', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    const view = await objectOf(reference).view(reference)
    expect(JSON.parse(view ?? '')).toMatchObject({
      id: reference.id,
      version: 2,
      status: { state: 'delivered' },
    })
    expect(await keptBy(reference)).toEqual({})
  })

  test('cannot know the order where the asker does not know the merchant', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    expect(await objectOf(reference).view(null)).toBeNull()
  })

  test('goes on with the order when a carrier has news, and lets go again', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    const late = await objectOf(reference).record(looking(reference, 'delivered', 2))
    expect(stateIn(late.projection)).toMatchObject({ version: 3, shipments: [{ scans: [{}, {}] }] })
    expect(await untilAlarm(reference)).toBeGreaterThan(13 * DAY)
    later(14 * DAY)
    await runDurableObjectAlarm(objectOf(reference))
    expect(await keptBy(reference)).toEqual({})
    expect((await rowsOf(reference.id)).orders).toMatchObject([{ version: 3 }])
  })

  test('goes on with the order when the shop places it again', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    const again = await objectOf(reference).place(
      placing(reference, { placed: placed({ currency: 'AED' }) }),
    )
    expect(again.outcome).toBe('changed')
    expect(stateIn(again.projection)).toMatchObject({ version: 3, status: { state: 'delivered' } })
  })

  test('shows another merchant nothing', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    const theirs = { ...reference, merchant: 'thief' }
    expect(await objectOf(reference).view(theirs)).toBeNull()
    expect(await objectOf(reference).record(looking(theirs, 'delivered'))).toMatchObject({
      refusal: 'order_not_found',
    })
  })

  test('says that the record is away rather than that there is no order', async () => {
    const reference = await letGo()
    await evictDurableObject(objectOf(reference))
    failD1(D1_TEXTS.reset)
    const asked = await objectOf(reference)
      .view(reference)
      .catch((error: Error) => error.message)
    expect(asked).toContain('object to be reset')
    vi.restoreAllMocks()
    expect(await objectOf(reference).view(reference)).not.toBeNull()
  })
})
