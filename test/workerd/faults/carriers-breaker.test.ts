/** A carrier that is down is left alone, and shoppers are told; one that is up again is asked again. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failureOf, fakeIds } from '../../support/fake-remote.ts'
import { Fleet } from '../../support/workerd-fleet.ts'
import { waitInVain } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-09-01T10:00:00Z')
const DOWN = 'system is not answering'
/** Failures in a row after which a breaker opens */
const OPENS_AT = 5

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }))
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test.each(fakeIds)(
  'the breaker of %s opens, says so on the page, lets one probe out at a time, and closes',
  async (carrier) => {
    const fleet = await Fleet.open(carrier, 6)
    await fleet.scan()
    await fleet.turn()
    await fleet.expectWhole()
    expect(await fleet.page()).not.toContain(DOWN)

    await fleet.fail(failureOf(carrier, 'broken'))
    const waits = waitInVain()
    for (let failed = 0; failed < OPENS_AT; ) failed += await fleet.again()
    const probes: number[] = []
    while (probes.length < 8) probes.push(await fleet.again())
    waits.mockRestore()
    expect(probes, 'each opening lasts twice as long').toEqual([1, 0, 1, 0, 0, 0, 1, 0])
    expect(await fleet.page()).toContain(DOWN)
    await fleet.expectWhole()

    await fleet.fail(null)
    await fleet.scan()
    await fleet.turn()
    await fleet.expectWhole()
    expect(await fleet.status()).toMatchObject({ down_since: null })
    expect(await fleet.page()).not.toContain(DOWN)
  },
  20_000,
)
