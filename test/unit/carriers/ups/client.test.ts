import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Access, Reading, Token } from '../../../../worker/carriers/contract.ts'
import { ups } from '../../../../worker/carriers/ups/index.ts'
import { failureOf, hasten, NOW } from '../../../support/carrier-client.ts'
import type { FakeUps } from '../../../support/fake-ups.ts'
import { startFakeUps, UPS_FAILURES, upsError } from '../../../support/fake-ups.ts'
import { activity, DELIVERED, NUMBER, OUT, parcel, shipments } from './samples.ts'

const CREDENTIALS = { client_id: 'id', client_secret: 'secret' }

let fake: FakeUps
let access: Access

beforeAll(async () => {
  fake = await startFakeUps()
})
afterAll(() => fake.stop())

beforeEach(async () => {
  fake.fail(null)
  fake.failTokens(null)
  access = { credentials: CREDENTIALS, token: null, origin: fake.origin, now: NOW }
  access = { ...access, token: await tokenOf(access) }
  fake.requests.length = 0
})

async function tokenOf(given: Access): Promise<Token> {
  if (!ups.authenticate) throw new Error('UPS has tokens')
  return ups.authenticate(given)
}

const track = (number = NUMBER, given = access): Promise<Reading> =>
  ups.track([{ number, since: NOW, courier: null }], given)

describe('asking for a token', () => {
  it('gives the credentials in the header, the account number where there is one', async () => {
    await tokenOf({ ...access, credentials: { ...CREDENTIALS, account_number: 'A1B2C3' } })
    expect(fake.requests[0]).toMatchObject({
      method: 'POST',
      path: '/security/v1/oauth/token',
      body: 'grant_type=client_credentials',
    })
    expect(fake.requests[0]?.headers).toMatchObject({
      authorization: `Basic ${btoa('id:secret')}`,
      'x-merchant-id': 'A1B2C3',
    })
  })

  it('knows when the token ends, though UPS writes the seconds as text', async () => {
    expect((await tokenOf(access)).expiresAt).toBe(NOW + 14_399_000)
  })

  it('with wrong credentials is unauthorized', async () => {
    const credentials = { ...CREDENTIALS, client_secret: 'wrong' }
    const { problem } = await failureOf(tokenOf({ ...access, credentials }))
    expect(problem).toMatchObject({ code: 'unauthorized', carrier_code: '10401' })
    expect(problem.message).not.toContain('wrong')
  })

  it.each([
    ['unauthorized', { status: 400, body: upsError('10400', 'Invalid') }],
    ['throttled', UPS_FAILURES.throttled],
    ['down', UPS_FAILURES.broken],
    ['bad_answer', UPS_FAILURES.html],
    ['bad_answer', { body: { token_type: 'Bearer' } }],
  ])('is %s when UPS fails', async (code, answer) => {
    fake.failTokens(answer)
    expect((await failureOf(tokenOf(access))).problem.code).toBe(code)
  })
})

describe('tracking', () => {
  it('asks for one number with the headers UPS requires', async () => {
    fake.set(NUMBER, { body: shipments(parcel({ activity: [OUT] })) })
    const { reports, problems } = await track()
    expect(problems).toEqual([])
    expect(reports).toMatchObject([
      { tracking_number: NUMBER, whole: true, scans: [{ milestone: 'out_for_delivery' }] },
    ])
    const [request] = fake.requests
    expect(request?.path).toBe(
      `/api/track/v1/details/${NUMBER}?locale=en_US&returnSignature=false&returnMilestones=true`,
    )
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${access.token?.value}`,
      transactionsrc: 'whereabouts',
      transid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('follows a parcel from answer to answer', async () => {
    fake.script(NUMBER, [
      { body: shipments(parcel({ activity: [OUT] })) },
      { body: shipments(parcel({ activity: [DELIVERED, OUT] })) },
    ])
    await track()
    const [report] = (await track()).reports
    expect(report?.scans.map(({ milestone }) => milestone)).toEqual([
      'delivered',
      'out_for_delivery',
    ])
  })

  it('reports under the number asked for, whatever UPS calls it', async () => {
    fake.set('92419900000033499522966220', {
      body: shipments(parcel({ activity: [activity({ type: 'I', code: 'AR' })] })),
    })
    const [report] = (await track('92419900000033499522966220')).reports
    expect(report?.tracking_number).toBe('92419900000033499522966220')
  })

  it('a number UPS does not know is a problem of that number', async () => {
    expect((await track('1Z0000000000000000')).problems).toMatchObject([
      { code: 'not_found', carrier_code: 'TW0001', tracking_number: '1Z0000000000000000' },
    ])
  })

  it('so is a number that is none', async () => {
    fake.set('nonsense', { status: 400, body: upsError('TV1002', 'Invalid inquiry number') })
    expect((await track('nonsense')).problems).toMatchObject([
      { code: 'invalid_number', tracking_number: 'nonsense' },
    ])
  })

  it('404 is "not found" only where the body says so', async () => {
    fake.set(NUMBER, { status: 404, body: upsError('TX0001', 'Tracking information not found') })
    expect((await track()).problems).toMatchObject([{ code: 'not_found' }])
    fake.set(NUMBER, { status: 404, body: upsError('404', 'The resource was not found') })
    expect((await track()).problems).toMatchObject([{ code: 'bad_answer' }])
    fake.set(NUMBER, { status: 404, body: '<html>404</html>' })
    expect((await failureOf(track())).problem.code).toBe('bad_answer')
  })

  it('a number cannot leave its place in the path', async () => {
    await track('../../security?x=1')
    expect(fake.requests[0]?.number).toBe('../../security?x=1')
  })
})

describe('when UPS fails', () => {
  it('an expired token is unauthorized', async () => {
    fake.expireTokens()
    const { problem } = await failureOf(track())
    expect(problem).toMatchObject({ code: 'unauthorized', carrier_code: '250002' })
  })

  it('no token is unauthorized without asking', async () => {
    const { problem } = await failureOf(track(NUMBER, { ...access, token: null }))
    expect(problem.code).toBe('unauthorized')
    expect(fake.requests).toEqual([])
  })

  it.each([
    ['throttled', UPS_FAILURES.throttled],
    ['throttled', { body: upsError('10429', 'Too Many Requests') }],
    ['unauthorized', { status: 403, body: upsError('250003', 'Invalid Access License number') }],
    ['unauthorized', { body: upsError('250003', 'Invalid Access License number') }],
    ['down', UPS_FAILURES.broken],
    ['down', UPS_FAILURES.unavailable],
    ['bad_answer', UPS_FAILURES.html],
    ['bad_answer', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }],
    ['bad_answer', { body: '' }],
    ['bad_answer', { body: '{"trackResponse":{"shipment":[{"pack' }],
    ['bad_answer', { body: 'x'.repeat(1_000_001) }],
    ['down', UPS_FAILURES.truncated],
    ['bad_answer', UPS_FAILURES.changed],
    ['bad_answer', UPS_FAILURES.cut],
  ])('it is %s: %j', async (code, answer) => {
    fake.fail(answer)
    expect((await failureOf(track())).problem.code).toBe(code)
  })

  it('waits as long as UPS asks, where it says so', async () => {
    fake.fail(UPS_FAILURES.throttledFor(30))
    expect((await failureOf(track())).retryAfter).toBe(30)
    fake.fail(UPS_FAILURES.throttled)
    expect((await failureOf(track())).retryAfter).toBeNull()
  })

  it('a token that expires in the middle costs only what comes after, until it is renewed', async () => {
    const unknown = '1Z0000000000000000'
    fake.expireTokens(1)
    expect((await track(unknown, access)).problems).toMatchObject([{ code: 'not_found' }])
    expect((await failureOf(track(unknown))).problem.code).toBe('unauthorized')
    access = { ...access, token: await tokenOf(access) }
    expect((await track(unknown, access)).problems).toMatchObject([{ code: 'not_found' }])
  })

  it.each([['hangs', UPS_FAILURES.hang] as const, ['drips', UPS_FAILURES.drip] as const])(
    'one that %s is down after the deadline',
    async (_what, answer) => {
      const { deadline } = hasten()
      fake.fail(answer)
      expect((await failureOf(track())).problem.code).toBe('down')
      expect(deadline()).toBe(10_000)
      vi.restoreAllMocks()
    },
  )

  it('a UPS that is not there is down', async () => {
    const gone = { ...access, origin: 'http://127.0.0.1:9' }
    expect((await failureOf(track(NUMBER, gone))).problem.code).toBe('down')
  })
})

describe('credentials', () => {
  it.each([
    ['production', 'https://onlinetools.ups.com'],
    ['test', 'https://wwwcie.ups.com'],
  ])('of %s go to %s', async (environment, origin) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
    const credentials = { ...CREDENTIALS, environment }
    await failureOf(track(NUMBER, { ...access, credentials, origin: null }))
    expect(fetched).toHaveBeenCalledWith(expect.stringMatching(`^${origin}/`), expect.anything())
    vi.restoreAllMocks()
  })

  it('are strict', () => {
    const accepts = (value: unknown) => ups.credentials.safeParse(value).success
    expect(accepts(CREDENTIALS)).toBe(true)
    expect(accepts({ ...CREDENTIALS, password: 'x' })).toBe(false)
    expect(accepts({ client_id: 'id' })).toBe(false)
    expect(accepts({ ...CREDENTIALS, environment: 'staging' })).toBe(false)
  })
})
