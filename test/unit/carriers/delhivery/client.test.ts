import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Access } from '../../../../worker/carriers/contract.ts'
import { delhivery } from '../../../../worker/carriers/delhivery/index.ts'
import { ask, failureOf, goesTo, hasten, NOW } from '../../../support/carrier-client.ts'
import type { FakeCarrier } from '../../../support/fake-carrier.ts'
import { DELHIVERY_FAILURES, startFakeDelhivery } from '../../../support/fake-delhivery.ts'
import { DELIVERED, NUMBER, OTHER, OUT, shipment } from './samples.ts'

const CREDENTIALS = { token: 'token' }

let fake: FakeCarrier
let access: Access

beforeAll(async () => {
  fake = await startFakeDelhivery({
    answers: {
      [NUMBER]: { body: shipment([OUT]) },
      [OTHER]: { body: shipment([OUT, DELIVERED], { AWB: OTHER }) },
    },
  })
})
afterAll(() => fake.stop())
afterEach(() => void vi.restoreAllMocks())

beforeEach(() => {
  fake.fail(null)
  fake.halve(false)
  fake.requests.length = 0
  access = { credentials: CREDENTIALS, token: null, origin: fake.origin, now: NOW }
})

const track = (...numbers: string[]) => ask(delhivery, access, ...numbers)

describe('tracking', () => {
  it('asks once about many, with the token', async () => {
    const { reports, problems } = await track(NUMBER, OTHER)
    expect(problems).toEqual([])
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual([NUMBER, OTHER])
    expect(fake.requests).toMatchObject([
      {
        method: 'GET',
        path: `/api/v1/packages/json/?waybill=${NUMBER},${OTHER}`,
        headers: { authorization: 'Token token' },
      },
    ])
  })

  it('takes fifty at a time', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => String(44800000001000 + index))
    for (const number of numbers) fake.set(number, { body: shipment([OUT], { AWB: number }) })
    const { reports } = await track(...numbers)
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(numbers)
    expect(delhivery.limits.batch).toBe(50)
  })

  it('a number it does not know by itself is not found', async () => {
    expect(await track('44800000000099')).toMatchObject({
      reports: [],
      problems: [{ code: 'not_found', tracking_number: '44800000000099' }],
    })
  })

  it('so are several, where it knows none of them', async () => {
    const { problems } = await track('44800000000098', '44800000000099')
    expect(problems.map(({ code, tracking_number }) => [code, tracking_number])).toEqual([
      ['not_found', '44800000000098'],
      ['not_found', '44800000000099'],
    ])
  })

  it('a number left out of a good answer is not spoken of: it may be half a one', async () => {
    const { reports, problems } = await track(NUMBER, '44800000000099')
    expect(reports).toHaveLength(1)
    expect(problems).toEqual([])
    fake.halve(true)
    expect(await track(NUMBER, OTHER)).toMatchObject({
      reports: [{ tracking_number: NUMBER }],
      problems: [],
    })
  })

  it('unknown is unknown with status 400 too', async () => {
    const { body } = {
      body: { Success: false, Error: 'Data does not exists for provided Waybill(s)' },
    }
    fake.fail({ status: 400, body })
    expect((await track(NUMBER)).problems).toMatchObject([{ code: 'not_found' }])
  })

  it('what is no waybill is not asked about', async () => {
    const { problems } = await track('1&verbose=2', 'A,B')
    expect(problems).toMatchObject([
      { code: 'invalid_number', tracking_number: '1&verbose=2' },
      { code: 'invalid_number', tracking_number: 'A,B' },
    ])
    expect(fake.requests).toEqual([])
    expect(await track(NUMBER, '../x')).toMatchObject({
      reports: [{ tracking_number: NUMBER }],
      problems: [{ code: 'invalid_number', tracking_number: '../x' }],
    })
  })
})

describe('when Delhivery fails', () => {
  it.each([
    ['unauthorized', DELHIVERY_FAILURES.expired],
    ['unauthorized', { status: 403, body: { detail: 'Invalid token.' } }],
    ['unauthorized', { body: { Error: 'Login or API Key Required' } }],
    ['throttled', DELHIVERY_FAILURES.throttled],
    ['throttled', { body: { detail: 'Request was throttled.' } }],
    ['throttled', DELHIVERY_FAILURES.blocked],
    ['down', DELHIVERY_FAILURES.broken],
    ['down', DELHIVERY_FAILURES.unavailable],
    ['down', DELHIVERY_FAILURES.truncated],
    ['bad_answer', DELHIVERY_FAILURES.html],
    ['bad_answer', DELHIVERY_FAILURES.changed],
    ['bad_answer', DELHIVERY_FAILURES.cut],
    ['bad_answer', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }],
    ['bad_answer', { status: 404, body: '<h1>Not Found</h1>' }],
    ['bad_answer', { body: 'x'.repeat(4_000_001) }],
  ])('it is %s', async (code, answer) => {
    fake.fail(answer)
    expect((await failureOf(track(NUMBER, OTHER))).problem.code).toBe(code)
  })

  it('waits as long as it asks, and half a minute where it does not say', async () => {
    fake.fail(DELHIVERY_FAILURES.throttledFor(45))
    expect((await failureOf(track(NUMBER))).retryAfter).toBe(45)
    fake.fail(DELHIVERY_FAILURES.throttled)
    expect((await failureOf(track(NUMBER))).retryAfter).toBe(30)
    fake.fail(DELHIVERY_FAILURES.blocked)
    expect((await failureOf(track(NUMBER))).retryAfter).toBe(30)
  })

  it('a token that expires in the middle costs only what comes after', async () => {
    fake.fail(DELHIVERY_FAILURES.expired, 1)
    expect((await track(NUMBER)).reports).toHaveLength(1)
    const { problem } = await failureOf(track(OTHER))
    expect(problem).toMatchObject({ code: 'unauthorized', message: 'Invalid token.' })
  })

  it.each([
    ['hangs', DELHIVERY_FAILURES.hang] as const,
    ['drips', DELHIVERY_FAILURES.drip] as const,
  ])('one that %s is down after the deadline', async (_what, answer) => {
    const { deadline } = hasten()
    fake.fail(answer)
    expect((await failureOf(track(NUMBER))).problem.code).toBe('down')
    expect(deadline()).toBe(15_000)
  })

  it('a Delhivery that is not there is down', async () => {
    access = { ...access, origin: 'http://127.0.0.1:9' }
    expect((await failureOf(track(NUMBER))).problem.code).toBe('down')
  })

  it('says neither token nor body', async () => {
    fake.fail({ status: 500, body: 'secret body' })
    const { message } = await failureOf(track(NUMBER))
    expect(message).toBe('Delhivery answered 500')
  })
})

describe('credentials', () => {
  it.each([
    ['production', 'https://track.delhivery.com'],
    ['test', 'https://staging-express.delhivery.com'],
  ])('of %s go to %s', async (environment, origin) => {
    access = { ...access, credentials: { ...CREDENTIALS, environment }, origin: null }
    expect(await goesTo(() => track(NUMBER))).toMatch(new RegExp(`^${origin}/api/`))
  })

  it('are strict', () => {
    const accepts = (value: unknown) => delhivery.credentials.safeParse(value).success
    expect(accepts(CREDENTIALS)).toBe(true)
    expect(accepts({ token: 'a b' })).toBe(false)
    expect(accepts({ token: 'a\r\nx: y' })).toBe(false)
    expect(accepts({ ...CREDENTIALS, password: 'x' })).toBe(false)
    expect(accepts({})).toBe(false)
  })
})
