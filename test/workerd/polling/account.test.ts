/** What an account's object knows of its carrier, keeps while it sleeps, and tells others. */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { carriers } from '../../../worker/carriers/registry.ts'
import { accountStub } from '../../../worker/polling/stub.ts'
import { failureOf, remoteFake } from '../../support/fake-remote.ts'
import { D1_TEXTS, failD1, reset } from '../../support/workerd-faults.ts'
import { Fleet } from '../../support/workerd-fleet.ts'
import { jumpOverWaits, waitInVain } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-10-01T10:00:00Z')
const HOUR = 3_600_000

const ups = remoteFake('ups')

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const stubOf = ({ shop, account }: Fleet) => accountStub(env, shop.id, account)

const keptOf = (fleet: Fleet) =>
  runInDurableObject(stubOf(fleet), (_object, { storage }) => [...storage.kv.list()])

const connectionOf = async ({ shop, account }: Fleet) => {
  const path = `/carrier-accounts/${account}`
  return (await shop.api<{ connection: Record<string, unknown> }>('GET', path)).body.connection
}

const health = async () =>
  (await exports.default.fetch('http://localhost:8787/healthz')).json<Record<string, unknown>>()

/** The carrier fails so often that its breaker opens. */
async function breakDown(fleet: Fleet, failure: string): Promise<void> {
  await fleet.scan()
  await fleet.turn()
  await fleet.fail(failureOf(fleet.carrier, failure))
  const waits = waitInVain()
  for (let message = 0; message < 6; message += 1) await fleet.again()
  waits.mockRestore()
}

describe('an account that sleeps', () => {
  it('knows when it wakes that its carrier is down, since when and why', async () => {
    const fleet = await Fleet.open('ups', 3)
    await breakDown(fleet, 'broken')
    const before = await connectionOf(fleet)
    expect(before).toMatchObject({
      state: expect.stringMatching(/open/),
      credentials: 'accepted',
      last_error: { code: 'down', message: 'Something went wrong', carrier_code: '10004' },
    })
    expect(Date.parse(String(before.failing_since))).toBeGreaterThan(NOW)
    await reset(stubOf(fleet))
    expect(await connectionOf(fleet)).toEqual(before)
    const { down_since } = await fleet.status()
    expect(Math.floor((down_since ?? 0) / 1000) * 1000).toBe(
      Date.parse(String(before.failing_since)),
    )
  })

  it('asks for no other token, and keeps the one it has sealed', async () => {
    const exchanges = async () =>
      (await ups.requests()).filter(({ path }) => path.includes('oauth')).length
    const fleet = await Fleet.open('ups', 2)
    await fleet.scan()
    await fleet.turn()
    const before = await exchanges()
    await reset(stubOf(fleet))
    await fleet.again()
    expect(await exchanges()).toBe(before)
    expect(JSON.stringify(await keptOf(fleet))).not.toMatch(/"token-\d+"/)
    const { token_expires_at } = await connectionOf(fleet)
    expect(Date.parse(String(token_expires_at))).toBeGreaterThan(Date.now() + HOUR)
  })

  it('claims no look at a minute that it left undone', async () => {
    const fleet = await Fleet.open('ups', 2)
    await fleet.scan()
    await fleet.turn()
    const { polled_through } = await fleet.status()
    await fleet.fail(failureOf('ups', 'broken'))
    await fleet.turn()
    await reset(stubOf(fleet))
    const { unfinished } = await fleet.status()
    expect(unfinished.concat(polled_through ?? 0)).not.toEqual([])
    await fleet.fail(null)
    const failed = Math.floor(Date.now() / 1000)
    await stubOf(fleet).finished(failed + 5, 0, 1)
    const after = await fleet.status()
    expect(after.polled_through).toBe(failed + 5)
    expect(after.unfinished.length).toBeGreaterThan(0)
  })
})

describe('an account in trouble', () => {
  it('is counted on /healthz by its carrier until it works again, and stays healthy', async () => {
    const fleet = await Fleet.open('canadapost', 3)
    await breakDown(fleet, 'unavailable')
    failD1(D1_TEXTS.overloaded, /update "carrier_accounts"/i)
    await runDurableObjectAlarm(stubOf(fleet))
    vi.restoreAllMocks()
    expect(await health()).toMatchObject({ carriers: [] })
    await runDurableObjectAlarm(stubOf(fleet))
    const report = await health()
    expect(report.carriers).toEqual([{ carrier: 'canadapost', trouble: 'down', accounts: 1 }])
    expect(JSON.stringify(report)).not.toContain(fleet.shop.id)
    expect(report.status).not.toBe('canadapost')

    await fleet.fail(null)
    await fleet.turn()
    await runDurableObjectAlarm(stubOf(fleet))
    expect(await health()).toMatchObject({ carriers: [] })
  })

  it('because its credentials are refused is tried once an hour, and counted as that', async () => {
    const fleet = await Fleet.open('delhivery', 3)
    await breakDown(fleet, 'expired')
    await runDurableObjectAlarm(stubOf(fleet))
    expect(await health()).toMatchObject({
      carriers: [{ carrier: 'delhivery', trouble: 'credentials_refused', accounts: 1 }],
    })
    const waits = waitInVain()
    const minutes: number[] = []
    for (let minute = 1; minute <= 130; minute += 1) {
      if ((await fleet.again()) > 0) minutes.push(minute)
    }
    waits.mockRestore()
    const [first = 0, second = 0] = minutes
    expect(minutes).toHaveLength(2)
    expect(second - first).toBe(60)
    await fleet.fail(null)
  })

  it('that is deleted leaves nothing', async () => {
    const fleet = await Fleet.open('ups', 2)
    await breakDown(fleet, 'broken')
    await runDurableObjectAlarm(stubOf(fleet))
    expect(await keptOf(fleet)).not.toEqual([])
    await fleet.shop.api('DELETE', `/carrier-accounts/${fleet.account}`)
    expect(await keptOf(fleet)).toEqual([])
    expect(JSON.stringify((await health()).carriers)).not.toContain('ups')
    await fleet.again()
    expect(await keptOf(fleet)).toEqual([])
    await fleet.fail(null)
  })
})

describe('requests at once', () => {
  it('are never more than the carrier takes, however many messages of the account are under way', async () => {
    const fleet = await Fleet.open('ups', 6)
    await fleet.scan()
    await fleet.turn()
    vi.setSystemTime(Date.now() + HOUR)
    const { limits, track } = carriers.ups
    vi.spyOn(carriers.ups, 'limits', 'get').mockReturnValue({
      ...limits,
      connections: 2,
      perSecond: 1000,
    })
    let open = 0
    let most = 0
    let asked = 0
    vi.spyOn(carriers.ups, 'track').mockImplementation(async (...parameters) => {
      open += 1
      asked += 1
      most = Math.max(most, open)
      try {
        return await track(...parameters)
      } finally {
        open -= 1
      }
    })
    const waits = jumpOverWaits()
    await fleet.again(3)
    waits.mockRestore()
    expect(most).toBe(2)
    expect(asked).toBeGreaterThanOrEqual(6)
  })

  it('are given back by a message that broke off', async () => {
    const stub = accountStub(env, 'm1', 'connections')
    const reference = { merchant: 'm1', account: 'connections', carrier: 'delhivery' } as const
    const { connections } = carriers.delhivery.limits
    for (let message = 0; message < 3; message += 1) {
      using lease = await stub.open(reference, null)
      for (let request = 0; request < connections; request += 1) {
        vi.setSystemTime(Date.now() + HOUR)
        expect(await lease.take()).toBe(0)
      }
    }
  })
})

describe('a day that is too short', () => {
  it('has no early looks out of what the wheel needs, and says what is left', async () => {
    const fleet = await Fleet.open('ups', 4)
    const { limits } = carriers.ups
    vi.spyOn(carriers.ups, 'limits', 'get').mockReturnValue({ ...limits, perDay: 5 })
    await reset(stubOf(fleet))
    const tenant = { merchant: fleet.shop.id, shard: 'DB', carrier: 'ups', account: fleet.account }
    const parcel = (number: string) => ({ number, since: NOW, targets: [] })
    vi.spyOn(Object.getPrototypeOf(env.POLLS) as Queue, 'sendBatch').mockResolvedValue(
      {} as QueueSendBatchResponse,
    )
    expect(await stubOf(fleet).nudge('ups', tenant, parcel('1ZEARLY1'))).toBe(true)
    await fleet.scan()
    await fleet.turn()
    const { requests_left_today } = await connectionOf(fleet)
    expect(requests_left_today).toBeLessThan(3)
    expect(await stubOf(fleet).nudge('ups', tenant, parcel('1ZEARLY2'))).toBe(false)
  })

  it('gives each parcel every so many turns, and claims no look that was none', async () => {
    const fleet = await Fleet.open('ups', 4)
    const { limits } = carriers.ups
    vi.spyOn(carriers.ups, 'limits', 'get').mockReturnValue({ ...limits, perDay: 9 })
    await reset(stubOf(fleet))
    // The day ends with the third turn, long before its time: one look in four turns from then on.
    for (let turn = 0; turn < 3; turn += 1) await fleet.turn()
    vi.setSystemTime(Date.parse('2031-10-02T00:00:01Z'))
    const asked: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      const before = await fleet.asked()
      await fleet.turn()
      asked.push((await fleet.asked()) - before)
      const { polled_through } = await fleet.status()
      const isLook = polled_through === Math.floor(Date.now() / 1000)
      expect(isLook, 'a look is claimed where there was one').toBe(asked.at(-1) === 4)
    }
    const first = asked.indexOf(4)
    expect(asked).toEqual(asked.map((_, turn) => (turn % 4 === first ? 4 : 0)))
  })
})
