/** What a carrier allows is kept to the request, counted where the requests arrive. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { carriers } from '../../../worker/carriers/registry.ts'
import { accountStub } from '../../../worker/polling/stub.ts'
import { MAX_PARCELS } from '../../../worker/queue/messages.ts'
import { fakeIds } from '../../support/fake-remote.ts'
import { reset } from '../../support/workerd-faults.ts'
import { Fleet, UNIT } from '../../support/workerd-fleet.ts'
import { waitInVain } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-09-01T10:00:00Z')
const MIDNIGHT = Date.parse('2031-09-02T00:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe.each(fakeIds)('the budget of %s', (carrier) => {
  test('by the second: a burst of a second’s requests, then no faster', async () => {
    const { perSecond, batch } = carriers[carrier].limits
    const burst = Math.max(1, perSecond)
    const requests = 2 * burst + 1
    const fleet = await Fleet.open(carrier, Math.min(requests, MAX_PARCELS))
    await fleet.turn()
    vi.setSystemTime(Date.now() + MINUTE)

    waitInVain()
    const asked = await fleet.again(Math.ceil(requests / Math.ceil(fleet.numbers.length / batch)))
    expect(asked).toBe(Math.floor(burst))
    // What was sent back is due a second later.
    expect(asked + (await fleet.again(0))).toBe(Math.floor(burst + perSecond))
  }, 20_000)

  test('by the day: not one more, whoever forgets, and as many on the next', async () => {
    const perDay = 5
    const { limits } = carriers[carrier]
    vi.spyOn(carriers[carrier], 'limits', 'get').mockReturnValue({ ...limits, perDay })
    const fleet = await Fleet.open(carrier, 3)
    await fleet.turn()
    const waits = waitInVain()
    const much = async () => {
      // As shoppers' looks: of the wheel's own turns a short day has some skipped.
      for (let message = 0; message < perDay + 2; message += 1) {
        await fleet.again(1, { minute: null })
      }
    }
    await much()
    expect(await fleet.asked()).toBe(perDay)
    await reset(accountStub(env, fleet.shop.id, fleet.account))
    await much()
    vi.setSystemTime(MIDNIGHT - 2 * UNIT)
    await fleet.again(1, { minute: null })
    expect(await fleet.asked()).toBe(perDay)
    await much()
    expect(await fleet.asked()).toBe(2 * perDay)

    waits.mockRestore()
    vi.setSystemTime(MIDNIGHT + DAY)
    await fleet.scan()
    await fleet.turn()
    await fleet.expectWhole()
  }, 20_000)
})
