import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../worker/lib/clock.ts'
import type { Reference } from '../../../worker/order/commands.ts'
import { writeProjections } from '../../../worker/store/projections.ts'
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

/** An order in object and record, with a fresh link asked for, and the projection a late caller may hold. */
async function known(): Promise<{ reference: Reference; projection: string }> {
  const reference = await newReference()
  const object = objectOf(reference)
  await object.place(placing(reference))
  const { projection } = await object.record(looking(reference, 'in_transit'))
  await writeProjections(env.DB, [projection])
  await object.askFreshLink(reference, 'r')
  return { reference, projection }
}

async function expectRefused(reference: Reference): Promise<void> {
  const object = objectOf(reference)
  expect(await object.view(reference)).toBeNull()
  expect(await object.view(null)).toBeNull()
  expect(await object.askFreshLink(reference, 'again')).toBe(false)
  const command = { ...reference, at: Date.now() }
  const answers = [
    await object.place(placing(reference)),
    await object.record(looking(reference, 'delivered')),
    await object.ship({ ...command, shipments: [] }),
    await object.mark({ ...command, milestones: {} }),
    await object.revoke(command),
  ]
  for (const answer of answers) {
    expect(answer).toEqual({ outcome: 'refused', refusal: 'order_erased', projection: '' })
  }
}

describe('erasing an order', () => {
  test('leaves a tombstone and nothing of a person, in object and record', async () => {
    const { reference } = await known()
    expect(await objectOf(reference).erase(reference)).toBe(true)
    const kept = await keptBy(reference)
    expect(Object.keys(kept)).toEqual(['erased'])
    const rows = await rowsOf(reference.id)
    expect(rows).toMatchObject({
      orders: [],
      shipments: [],
      tombstones: [{ merchant: reference.merchant }],
    })
    expect(JSON.stringify([kept, rows])).not.toMatch(/personal|A-1001|N1|Lamp/i)
  })

  test('refuses whatever comes afterwards, also after an eviction', async () => {
    const { reference, projection } = await known()
    await objectOf(reference).erase(reference)
    await expectRefused(reference)
    await evictDurableObject(objectOf(reference))
    await expectRefused(reference)
    await writeProjections(env.DB, [projection])
    expect((await rowsOf(reference.id)).orders).toEqual([])
    expect(await objectOf(reference).reproject(reference)).toMatchObject({
      refusal: 'order_erased',
    })
  })

  test('may be repeated, and of what there is not is said', async () => {
    const { reference } = await known()
    expect(await objectOf(reference).erase(reference)).toBe(true)
    expect(await objectOf(reference).erase(reference)).toBe(true)
    const nothing = await newReference()
    expect(await objectOf(nothing).erase(nothing)).toBe(false)
    expect(await keptBy(nothing)).toEqual({})
  })

  test('is another merchant’s neither to do nor to see', async () => {
    const { reference } = await known()
    const theirs = { ...reference, merchant: 'thief' }
    expect(await objectOf(reference).erase(theirs)).toBe(false)
    await objectOf(reference).erase(reference)
    expect(await objectOf(reference).erase(theirs)).toBe(false)
    expect(await objectOf(reference).view(theirs)).toBeNull()
    expect(await objectOf(reference).place(placing(theirs))).toMatchObject({
      refusal: 'order_not_found',
    })
  })
})

describe('an erasure half done', () => {
  test('refuses at once, and the alarm finishes it', async () => {
    const { reference } = await known()
    failD1(D1_TEXTS.reset)
    const erasing = objectOf(reference)
      .erase(reference)
      .catch((error: Error) => error.message)
    expect(await erasing).toContain('object to be reset')
    await expectRefused(reference)
    await runDurableObjectAlarm(objectOf(reference))
    expect(await alarmOf(reference)).toBeGreaterThan(Date.now())
    vi.restoreAllMocks()
    await evictDurableObject(objectOf(reference))
    await runDurableObjectAlarm(objectOf(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['erased'])
    expect(await rowsOf(reference.id)).toMatchObject({
      orders: [],
      shipments: [],
      tombstones: [{}],
    })
  })
})

describe('a tombstone', () => {
  test('outlives queues and restores in the object, and stays in the record for good', async () => {
    const { reference } = await known()
    await objectOf(reference).erase(reference)
    vi.setSystemTime(Date.now() + 60 * DAY - MINUTE)
    await runDurableObjectAlarm(objectOf(reference))
    expect(Object.keys(await keptBy(reference))).toEqual(['erased'])
    vi.setSystemTime(Date.now() + 2 * MINUTE)
    await runDurableObjectAlarm(objectOf(reference))
    expect(await keptBy(reference)).toEqual({})
    await evictDurableObject(objectOf(reference))
    await expectRefused(reference)
  })

  test('of an order whose object had let go is made too', async () => {
    const reference = await newReference()
    await objectOf(reference).place(placing(reference))
    await objectOf(reference).record(looking(reference, 'delivered'))
    vi.setSystemTime(Date.now() + 15 * DAY)
    await runDurableObjectAlarm(objectOf(reference))
    await evictDurableObject(objectOf(reference))
    expect(await objectOf(reference).erase(reference)).toBe(true)
    await expectRefused(reference)
  })
})
