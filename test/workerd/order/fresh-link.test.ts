import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY, MINUTE } from '../../../worker/lib/clock.ts'
import type { Reference } from '../../../worker/order/commands.ts'
import { keptBy, looking, newReference, objectOf, placing } from '../../support/workerd-orders.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

async function known(): Promise<Reference> {
  const reference = await newReference()
  await objectOf(reference).place(placing(reference))
  return reference
}

describe('a fresh link', () => {
  test('is asked for at most once in a quarter of an hour, also across evictions', async () => {
    const reference = await known()
    expect(await objectOf(reference).askFreshLink(reference, 'r1')).toBe(true)
    await evictDurableObject(objectOf(reference))
    later(15 * MINUTE - 1)
    expect(await objectOf(reference).askFreshLink(reference, 'r2')).toBe(false)
    later(1)
    expect(await objectOf(reference).askFreshLink(reference, 'r3')).toBe(true)
  })

  test('is claimed once, by its own request', async () => {
    const reference = await known()
    const object = objectOf(reference)
    await object.askFreshLink(reference, 'r1')
    expect(await object.claimFreshLink('other')).toBe(false)
    const claims = await Promise.all(Array.from({ length: 5 }, () => object.claimFreshLink('r1')))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  test('that could not be sent may be claimed again', async () => {
    const reference = await known()
    const object = objectOf(reference)
    await object.askFreshLink(reference, 'r1')
    await object.claimFreshLink('r1')
    await object.releaseFreshLink('other')
    expect(await object.claimFreshLink('r1')).toBe(false)
    await object.releaseFreshLink('r1')
    expect(await object.claimFreshLink('r1')).toBe(true)
  })

  test('that never got on its way does not hold up the next', async () => {
    const reference = await known()
    const object = objectOf(reference)
    await object.askFreshLink(reference, 'r1')
    await object.dropFreshLink('other')
    expect(await object.askFreshLink(reference, 'r2')).toBe(false)
    await object.dropFreshLink('r1')
    expect(await object.askFreshLink(reference, 'r2')).toBe(true)
  })

  test('of an order that is not there is not asked for', async () => {
    const reference = await newReference()
    expect(await objectOf(reference).askFreshLink(reference, 'r1')).toBe(false)
    expect(await keptBy(reference)).toEqual({})
  })

  test('of an order whose object had let go leaves nothing there for good', async () => {
    const reference = await known()
    const object = objectOf(reference)
    await object.record(looking(reference, 'delivered'))
    later(15 * DAY)
    await runDurableObjectAlarm(object)
    await evictDurableObject(object)
    expect(await object.askFreshLink(reference, 'r1')).toBe(true)
    expect(await object.claimFreshLink('r1')).toBe(true)
    await evictDurableObject(object)
    later(DAY)
    await runDurableObjectAlarm(object)
    expect(await keptBy(reference)).toEqual({})
  })
})
