/** Early looks that shoppers' visits ask for. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountStub } from '../../../worker/polling/stub.ts'
import type { PollMessage, PollParcel } from '../../../worker/queue/messages.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-08-01T10:00:00Z')
const TENANT = { merchant: 'm1', shard: 'DB', carrier: 'ups', account: 'a1' } as const

let accounts = 0
let stub: ReturnType<typeof accountStub>
let sent: PollMessage[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  accounts += 1
  stub = accountStub(env, 'm1', `early-${accounts}`)
  sent = []
  takeMessages()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** The belt takes every message and delivers none. */
function takeMessages() {
  return vi
    .spyOn(Object.getPrototypeOf(env.POLLS) as Queue, 'sendBatch')
    .mockImplementation(async (batch) => {
      for (const { body } of batch) sent.push(body as PollMessage)
      return {} as QueueSendBatchResponse
    })
}

const parcel = (number: string): PollParcel => ({
  number,
  since: NOW,
  targets: [{ order: 'o1', shipment: 's1', leg: 0, digest: '' }],
})

const nudge = (number: string): Promise<boolean> => stub.nudge('ups', TENANT, parcel(number))

const storage = () =>
  runInDurableObject(stub, async (_object, state) => ({
    kept: [...state.storage.kv.list()],
    alarm: await state.storage.getAlarm(),
  }))

describe('an early look', () => {
  it('that is alone goes out at once, without an alarm', async () => {
    expect(await nudge('N1')).toBe(true)
    expect(sent).toEqual([
      { v: 1, kind: 'poll', minute: null, parts: 1, part: 0, ...TENANT, parcels: [parcel('N1')] },
    ])
    expect((await storage()).alarm).toBeNull()
  })

  it('of a crowd waits for the others: a hundred and twenty visits are four messages', async () => {
    await nudge('N0')
    for (let index = 1; index <= 120; index += 1) await nudge(`N${index}`)
    expect(sent).toHaveLength(1)
    const { alarm } = await storage()
    expect(alarm).toBeGreaterThan(NOW)
    vi.setSystemTime(alarm ?? 0)
    expect(await runDurableObjectAlarm(stub)).toBe(true)
    expect(sent.map(({ parcels }) => parcels.length)).toEqual([1, 50, 50, 20])
    expect(await runDurableObjectAlarm(stub)).toBe(false)
  })

  it('at the same parcel comes once in fifteen wheel units, even where the object forgets', async () => {
    expect(await nudge('N1')).toBe(true)
    const before = await storage()
    expect(await nudge('N1')).toBe(false)
    await evictDurableObject(stub)
    vi.setSystemTime(NOW + 14_999)
    expect(await nudge('N1')).toBe(false)
    // A visit that asks for nothing new writes nothing.
    expect(await storage()).toEqual(before)
    vi.setSystemTime(NOW + 15_000)
    expect(await nudge('N1')).toBe(true)
    expect(sent).toHaveLength(2)
  })

  it('that the object forgets is lost, and nothing else', async () => {
    await nudge('N1')
    await nudge('N2')
    await evictDurableObject(stub)
    await runDurableObjectAlarm(stub)
    expect(sent).toHaveLength(1)
    expect(await nudge('N3')).toBe(true)
    expect(sent).toHaveLength(2)
  })

  it('that the belt does not take is lost, and nothing else', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    await nudge('N1')
    await nudge('N2')
    const away = takeMessages().mockRejectedValue(new Error('Queue is overloaded.'))
    await runDurableObjectAlarm(stub)
    expect(warn.mock.calls.flat().join()).toContain('early_looks_lost')
    away.mockRestore()
    takeMessages()
    vi.setSystemTime(NOW + 15_000)
    expect(await nudge('N2')).toBe(true)
    expect(sent.at(-1)?.parcels).toEqual([parcel('N2')])
  })
})
