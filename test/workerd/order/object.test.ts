import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { config } from '../../../worker/config.ts'
import { stateIn, UNCHANGED } from '../../../worker/order/commands.ts'
import { accepted, withOrder } from '../../../worker/order/stub.ts'
import { placed, shipmentInput } from '../../support/orders.ts'
import {
  alarmOf,
  keptBy,
  looking,
  newReference,
  objectOf,
  placing,
  rowsOf,
} from '../../support/workerd-orders.ts'

afterEach(() => void vi.restoreAllMocks())

/** Writes to the object's storage while something runs. */
async function writesDuring(object: ReturnType<typeof objectOf>, act: () => Promise<unknown>) {
  const put = await runInDurableObject(object, (_object, state) =>
    vi.spyOn(Object.getPrototypeOf(state.storage.kv), 'put'),
  )
  const alarm = await runInDurableObject(object, (_object, state) =>
    vi.spyOn(Object.getPrototypeOf(state.storage), 'setAlarm'),
  )
  await act()
  return { puts: put.mock.calls.map(([key]) => key), alarms: alarm.mock.calls.length }
}

describe('placing an order', () => {
  test('creates it once, answers with its projection, and arms the alarm', async () => {
    const reference = await newReference()
    const answer = await objectOf(reference).place(placing(reference))
    expect(answer).toMatchObject({ outcome: 'created', refusal: null })
    expect(stateIn(answer.projection)).toMatchObject({ id: reference.id, version: 1 })
    const wait = ((await alarmOf(reference)) ?? 0) - Date.now()
    expect(wait).toBeGreaterThan(10_000)
    expect(wait).toBeLessThanOrEqual(20_000)
    expect((await rowsOf(reference.id)).orders).toEqual([])
  })

  test('again changes nothing and writes nothing', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const first = await object.place(placing(reference))
    const wrote = await writesDuring(object, async () => {
      const again = await object.place(placing(reference))
      expect(again).toEqual({ ...first, outcome: 'unchanged' })
    })
    expect(wrote).toEqual({ puts: [], alarms: 0 })
  })

  test('is counted where it changes something: the test’s own eyes work', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const wrote = await writesDuring(object, () => object.place(placing(reference)))
    expect(wrote).toEqual({ puts: ['order'], alarms: 1 })
  })

  test('under one idempotency key is one effect, and under the key with another body refused', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const request = { key: 'k', hash: 'h' }
    const first = await object.place(placing(reference, { request }))
    const again = await object.place(
      placing(reference, { request, placed: placed({ currency: 'AED' }) }),
    )
    expect(again.projection).toBe(first.projection)
    const other = await object.place(placing(reference, { request: { key: 'k', hash: 'other' } }))
    expect(other).toEqual({ outcome: 'refused', refusal: 'idempotency_key_reused', projection: '' })
  })

  test('with too many shipments is refused and leaves what there was', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const shipments = Array.from({ length: 101 }, (_, index) => shipmentInput({ id: `s${index}` }))
    expect(await object.place(placing(reference, { shipments }))).toMatchObject({
      refusal: 'too_many_shipments',
    })
    expect(await object.view(reference)).toBeNull()
  })

  test('at once from many sides ends in one version of each change', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => object.place(placing(reference))),
    )
    expect(answers.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
    expect(new Set(answers.map(({ projection }) => stateIn(projection).version))).toEqual(
      new Set([1]),
    )
  })
})

describe('recording looks', () => {
  test('twice is one effect and no second write', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    await object.place(placing(reference))
    const news = looking(reference, 'in_transit')
    const first = await object.record(news)
    expect(first.outcome).toBe('changed')
    expect(stateIn(first.projection)).toMatchObject({ version: 2, status: { state: 'in_transit' } })
    const wrote = await writesDuring(object, async () => {
      expect(await object.record(news)).toEqual({ ...first, outcome: 'unchanged' })
    })
    expect(wrote).toEqual({ puts: [], alarms: 0 })
  })

  test('writes one row: the alarm stays as it is', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    await object.place(placing(reference))
    const wrote = await writesDuring(object, () => object.record(looking(reference, 'in_transit')))
    expect(wrote).toEqual({ puts: ['order'], alarms: 0 })
  })

  test('of an order nobody placed is refused', async () => {
    const reference = await newReference()
    expect(await objectOf(reference).record(looking(reference, 'delivered'))).toMatchObject({
      refusal: 'order_not_found',
    })
    expect(await keptBy(reference)).toEqual({})
  })
})

describe('what the shop tells later', () => {
  test('shipments and milestones change the order, and are projected by alarm if need be', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    await object.place(placing(reference, { shipments: [] }))
    const at = Date.now()
    const marked = await object.mark({
      ...reference,
      at,
      milestones: { packed: '2026-03-10T09:00:00Z' },
    })
    expect(stateIn(marked.projection).status.state).toBe('packed')
    const shipped = await object.ship({ ...reference, at, shipments: [shipmentInput({ id: 's' })] })
    expect(stateIn(shipped.projection).status.state).toBe('pending')
    const revoked = await object.revoke({ ...reference, at })
    expect(stateIn(revoked.projection)).toMatchObject({ epoch: 1, version: 4 })
  })

  test('of an order nobody placed is refused', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const command = { ...reference, at: Date.now() }
    const answers = [
      await object.ship({ ...command, shipments: [] }),
      await object.mark({ ...command, milestones: {} }),
      await object.revoke(command),
      await object.reproject(reference),
    ]
    for (const answer of answers) expect(answer.refusal).toBe('order_not_found')
  })
})

describe('a view', () => {
  test('is the state, or the word that nothing changed, and writes nothing', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    const { projection } = await object.place(placing(reference))
    const wrote = await writesDuring(object, async () => {
      expect(JSON.parse((await object.view(reference)) ?? '')).toEqual(stateIn(projection))
      expect(await object.view(null)).toBe(await object.view(reference))
      expect(await object.view(reference, 1)).toBe(UNCHANGED)
      expect(await object.view(reference, 99)).not.toBe(UNCHANGED)
    })
    expect(wrote).toEqual({ puts: [], alarms: 0 })
  })

  test('of what was never placed is nothing, and leaves nothing behind', async () => {
    const reference = await newReference()
    expect(await objectOf(reference).view(reference)).toBeNull()
    expect(await objectOf(reference).view(null)).toBeNull()
    expect(await keptBy(reference)).toEqual({})
  })
})

describe('an object that is evicted', () => {
  test('has its order as it was', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    await object.place(placing(reference))
    const { projection } = await object.record(looking(reference, 'in_transit'))
    await evictDurableObject(object)
    expect(JSON.parse((await object.view(reference)) ?? '')).toEqual(stateIn(projection))
    expect(await object.record(looking(reference, 'in_transit'))).toMatchObject({
      outcome: 'unchanged',
    })
  })
})

describe('another merchant', () => {
  test('sees and changes nothing, with the id in hand', async () => {
    const reference = await newReference()
    const object = objectOf(reference)
    await object.place(placing(reference))
    const before = await keptBy(reference)
    const theirs = { ...reference, merchant: 'thief' }
    expect(await object.view(theirs)).toBeNull()
    const answers = [
      await object.place(placing(theirs)),
      await object.record(looking(theirs, 'delivered')),
      await object.ship({ ...theirs, at: Date.now(), shipments: [] }),
      await object.mark({ ...theirs, at: Date.now(), milestones: {} }),
      await object.revoke({ ...theirs, at: Date.now() }),
      await object.reproject(theirs),
    ]
    for (const answer of answers) {
      expect(answer).toEqual({ outcome: 'refused', refusal: 'order_not_found', projection: '' })
    }
    expect(await object.erase(theirs)).toBe(false)
    expect(await object.askFreshLink(theirs, 'r')).toBe(false)
    expect(await keptBy(reference)).toEqual(before)
  })
})

describe('through the stub', () => {
  const keys = config(env).linkKeys

  test('an id that is not ours wakes no object', async () => {
    const call = vi.fn()
    await expect(withOrder(env, keys, 'a'.repeat(22), call)).rejects.toMatchObject({
      code: 'order_not_found',
    })
    expect(call).not.toHaveBeenCalled()
  })

  test('a refusal is thrown as the problem it stands for, and an answer read', async () => {
    const reference = await newReference()
    const asked = () => withOrder(env, keys, reference.id, (stub) => stub.reproject(reference))
    expect(() => accepted({ outcome: 'refused', refusal: 'order_erased', projection: '' })).toThrow(
      'The order was erased',
    )
    await objectOf(reference).place(placing(reference))
    expect(accepted(await asked())).toMatchObject({
      outcome: 'unchanged',
      state: { id: reference.id },
    })
  })

  test('what the platform calls worth repeating is repeated with a new stub, an overload is not', async () => {
    const reference = await newReference()
    const failing = (more: object) =>
      vi.fn().mockRejectedValue(Object.assign(new Error('no'), more))
    const retryable = failing({ retryable: true })
    await expect(withOrder(env, keys, reference.id, retryable)).rejects.toThrow('no')
    expect(retryable).toHaveBeenCalledTimes(3)
    for (const more of [{ retryable: true, overloaded: true }, {}]) {
      const call = failing(more)
      await expect(withOrder(env, keys, reference.id, call)).rejects.toThrow('no')
      expect(call).toHaveBeenCalledTimes(1)
    }
  })
})
