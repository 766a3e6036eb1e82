/** Every carrier failing in every way it can, with the whole belt before and behind it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { carriers } from '../../../worker/carriers/registry.ts'
import { factsOf, failureOf, fakeIds, remoteFake } from '../../support/fake-remote.ts'
import { Fleet } from '../../support/workerd-fleet.ts'
import { waitInVain } from '../../support/workerd-platform.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-09-01T10:00:00Z')
const DOWN = 'system is not answering'

/** As what a failure is counted, by its name in the fakes. */
const MEANS: Readonly<Record<string, string>> = {
  throttled: 'throttled',
  throttledFor: 'throttled',
  rejected: 'throttled',
  blocked: 'throttled',
  broken: 'down',
  unavailable: 'down',
  hang: 'down',
  drip: 'down',
  truncated: 'down',
  html: 'bad_answer',
  changed: 'bad_answer',
  cut: 'bad_answer',
  expired: 'unauthorized',
}

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => void vi.useRealTimers())

/** Every deadline comes soon: nobody waits ten seconds for a carrier that hangs. */
function hasten() {
  const real = AbortSignal.timeout.bind(AbortSignal)
  return vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => real(50))
}

/** One turn later every scan is there, and nothing of the failure is left. */
async function expectRecovery(fleet: Fleet): Promise<void> {
  fleet.outcomes()
  await fleet.turn()
  await fleet.expectWhole()
  expect(fleet.outcomes()).toEqual({ found: fleet.numbers.length })
  expect(await fleet.status()).toMatchObject({ down_since: null })
  expect(await fleet.page()).not.toContain(DOWN)
  expect(fleet.platform.log.every(({ outcome }) => outcome === 'ack')).toBe(true)
}

describe.each(fakeIds)('%s', (carrier) => {
  // One fleet for all failures: what one of them leaves behind, the next one would find.
  let fleet: Fleet
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    fleet = await Fleet.open(carrier, 6)
    await fleet.scan()
    await expectRecovery(fleet)
  })
  beforeEach(() => fleet.scan())
  afterEach(() => fleet.fail(null))

  test.each(Object.entries(factsOf(carrier).failures))(
    '%s is counted as what it is, and costs no scan',
    async (name, failure) => {
      const deadlines = name === 'hang' || name === 'drip' ? hasten() : null
      await fleet.fail(failure)
      await fleet.turn()
      deadlines?.mockRestore()
      const { unasked: _, ...counted } = fleet.outcomes()
      expect(Object.keys(counted)).toEqual([MEANS[name]])
      const { down_since } = await fleet.status()
      expect(down_since === null).toBe(MEANS[name] === 'throttled')
      await fleet.fail(null)
      await expectRecovery(fleet)
    },
  )

  test('a failure in the middle of a message costs no scan', async () => {
    await fleet.fail(failureOf(carrier, 'expired'), fleet.numbers.slice(3))
    await fleet.turn()
    expect(fleet.outcomes()).toMatchObject({ unauthorized: expect.any(Number) })
    await fleet.fail(null)
    await expectRecovery(fleet)
  })

  test('credentials that are refused are said to be, and others are used at once', async () => {
    const path = `/carrier-accounts/${fleet.account}`
    const connection = async () =>
      (await fleet.shop.api<{ connection: object }>('GET', path)).body.connection
    expect(await connection()).toMatchObject({ state: 'closed', credentials: 'accepted' })

    await fleet.fail(failureOf(carrier, 'expired'))
    await fleet.turn()
    const waits = waitInVain()
    for (let more = 0; more < 3; more += 1) await fleet.again()
    expect(await connection()).toMatchObject({
      state: 'open',
      credentials: 'refused',
      failing_since: expect.any(String),
      last_error: { code: 'unauthorized' },
    })
    expect(await fleet.page()).toContain(DOWN)
    expect(await fleet.again(3), 'an hour before the next try').toBe(0)
    waits.mockRestore()

    await fleet.fail(null)
    const { credentials } = factsOf(carrier)
    expect((await fleet.shop.api('PATCH', path, { credentials })).status).toBe(200)
    expect(await fleet.again()).toBeGreaterThan(0)
    expect(await connection()).toMatchObject({ state: 'closed', credentials: 'accepted' })
    // What was sent back in the meantime would be counted with the next turn.
    fleet.platform.waiting = []
    await expectRecovery(fleet)
  })
})

test.each(fakeIds.filter((carrier) => carriers[carrier].limits.batch > 1))(
  '%s answering about half of a batch costs no scan, and claims no look',
  async (carrier) => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    const fleet = await Fleet.open(carrier, 50)
    await fleet.scan()
    await expectRecovery(fleet)
    const { polled_through } = await fleet.status()
    await fleet.scan()
    await fleet.fake.halve(true)
    await fleet.turn()
    await fleet.fake.halve(false)
    const { found = 0, unsaid = 0 } = fleet.outcomes()
    expect(found).toBeLessThan(fleet.numbers.length)
    expect(unsaid).toBeGreaterThan(0)
    expect(await fleet.status()).toMatchObject({ polled_through })
    await expectRecovery(fleet)
  },
)

test('a UPS token that runs out in the middle of a message costs one more, and no scan', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  const ups = remoteFake('ups')
  const fleet = await Fleet.open('ups', 8)
  const tokens = async () =>
    (await ups.requests()).filter(({ path }) => path.includes('oauth')).length
  await fleet.scan()
  await expectRecovery(fleet)
  const [exchanged, asked] = [await tokens(), await fleet.asked()]
  await fleet.scan()
  await ups.expireTokens(3)
  await expectRecovery(fleet)
  expect(await tokens()).toBe(exchanged + 1)
  const refused = (await fleet.asked()) - asked - fleet.numbers.length
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThanOrEqual(carriers.ups.limits.connections)
})
