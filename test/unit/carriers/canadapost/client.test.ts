import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { canadapost } from '../../../../worker/carriers/canadapost/index.ts'
import type { Access } from '../../../../worker/carriers/contract.ts'
import { ask, failureOf, goesTo, hasten, NOW } from '../../../support/carrier-client.ts'
import {
  CANADAPOST_FAILURES,
  canadaPostMessage,
  startFakeCanadaPost,
} from '../../../support/fake-canadapost.ts'
import type { FakeCarrier } from '../../../support/fake-carrier.ts'
import { DELIVERED, detail, OUT, PIN } from './samples.ts'

const CREDENTIALS = { username: 'user', password: 'sécret' }

let fake: FakeCarrier
let access: Access

beforeAll(async () => {
  fake = await startFakeCanadaPost({ password: CREDENTIALS.password })
})
afterAll(() => fake.stop())
afterEach(() => void vi.restoreAllMocks())

beforeEach(() => {
  fake.fail(null)
  fake.set(PIN, { body: detail([OUT]) })
  fake.requests.length = 0
  access = { credentials: CREDENTIALS, token: null, origin: fake.origin, now: NOW }
})

const track = (number = PIN) => ask(canadapost, access, number)

describe('tracking', () => {
  it('asks for one number, in English, of the version it reads', async () => {
    expect(await track()).toMatchObject({
      reports: [{ tracking_number: PIN, whole: true, scans: [{ milestone: 'out_for_delivery' }] }],
      problems: [],
    })
    expect(fake.requests).toMatchObject([
      {
        method: 'GET',
        path: `/vis/track/pin/${PIN}/detail`,
        headers: {
          accept: 'application/vnd.cpc.track-v2+xml',
          'accept-language': 'en-CA',
          authorization: `Basic ${Buffer.from('user:sécret').toString('base64')}`,
        },
      },
    ])
  })

  it('follows a parcel from answer to answer', async () => {
    fake.script(PIN, [{ body: detail([OUT]) }, { body: detail([DELIVERED, OUT]) }])
    await track()
    const [report] = (await track()).reports
    expect(report?.scans[0]?.milestone).toBe('delivered')
  })

  it('reports under the number asked for, whatever the answer calls it', async () => {
    fake.set('LM 029042024 CA', { body: detail([OUT]) })
    expect((await track('LM 029042024 CA')).reports[0]?.tracking_number).toBe('LM 029042024 CA')
  })

  it.each([200, 404, 400, 500])(
    'a number it does not know is a problem of that number (%s)',
    async (status) => {
      fake.set(PIN, { status, body: canadaPostMessage('004', 'No Pin History') })
      expect((await track()).problems).toMatchObject([
        { code: 'not_found', carrier_code: '004', tracking_number: PIN },
      ])
    },
  )

  it('404 is "not found" only where the body says so', async () => {
    fake.set(PIN, { status: 404, body: '<h1>Not Found</h1>' })
    expect((await failureOf(track())).problem.code).toBe('bad_answer')
  })

  it('a number cannot leave its place in the path', async () => {
    await track('../../rs?x=1')
    expect(fake.requests[0]?.number).toBe('../../rs?x=1')
  })
})

describe('when Canada Post fails', () => {
  it.each([
    ['unauthorized', CANADAPOST_FAILURES.expired],
    [
      'unauthorized',
      { status: 403, body: canadaPostMessage('AA004', 'You cannot mail on behalf') },
    ],
    ['unauthorized', { status: 400, body: canadaPostMessage('AA001', 'Deactivated') }],
    ['throttled', CANADAPOST_FAILURES.throttled],
    ['throttled', CANADAPOST_FAILURES.rejected],
    ['throttled', { status: 429, body: '' }],
    ['down', CANADAPOST_FAILURES.broken],
    ['down', CANADAPOST_FAILURES.unavailable],
    ['down', CANADAPOST_FAILURES.truncated],
    ['bad_answer', CANADAPOST_FAILURES.html],
    ['bad_answer', CANADAPOST_FAILURES.changed],
    ['bad_answer', CANADAPOST_FAILURES.cut],
    ['bad_answer', { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }],
    ['bad_answer', { status: 406, body: '' }],
    ['bad_answer', { body: 'x'.repeat(250_001) }],
    ['bad_answer', { body: '<a>'.repeat(80_000) }],
    ['bad_answer', { body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }],
  ])('it is %s', async (code, answer) => {
    fake.fail(answer)
    expect((await failureOf(track())).problem.code).toBe(code)
  })

  it('a code it does not know is no missing parcel', async () => {
    fake.set(PIN, { status: 400, body: canadaPostMessage('9999', 'New') })
    expect((await track()).problems).toMatchObject([{ code: 'bad_answer', carrier_code: '9999' }])
  })

  it('waits as long as it asks, else the minute of its throttle', async () => {
    fake.fail(CANADAPOST_FAILURES.throttledFor(5))
    expect((await failureOf(track())).retryAfter).toBe(5)
    fake.fail(CANADAPOST_FAILURES.rejected)
    expect(await failureOf(track())).toMatchObject({
      retryAfter: 60,
      problem: { carrier_code: 'Server', message: 'Rejected by SLM Monitor' },
    })
  })

  it('a key that is withdrawn in the middle costs only what comes after', async () => {
    fake.fail(CANADAPOST_FAILURES.expired, 1)
    expect((await track()).reports).toHaveLength(1)
    expect((await failureOf(track())).problem).toMatchObject({
      code: 'unauthorized',
      carrier_code: 'E002',
    })
  })

  it.each([
    ['hangs', CANADAPOST_FAILURES.hang] as const,
    ['drips', CANADAPOST_FAILURES.drip] as const,
  ])('one that %s is down after the deadline', async (_what, answer) => {
    const { deadline } = hasten()
    fake.fail(answer)
    expect((await failureOf(track())).problem.code).toBe('down')
    expect(deadline()).toBe(10_000)
  })

  it('a Canada Post that is not there is down', async () => {
    access = { ...access, origin: 'http://127.0.0.1:9' }
    expect((await failureOf(track())).problem.code).toBe('down')
  })

  it('says neither password nor body', async () => {
    fake.fail({ status: 500, body: 'secret body' })
    expect((await failureOf(track())).message).toBe('Canada Post answered 500')
  })
})

describe('credentials', () => {
  it.each([
    ['production', 'https://soa-gw.canadapost.ca'],
    ['development', 'https://ct.soa-gw.canadapost.ca'],
  ])('of %s go to %s', async (environment, origin) => {
    access = { ...access, credentials: { ...CREDENTIALS, environment }, origin: null }
    expect(await goesTo(() => track())).toBe(`${origin}/vis/track/pin/${PIN}/detail`)
  })

  it('are strict', () => {
    const accepts = (value: unknown) => canadapost.credentials.safeParse(value).success
    expect(accepts(CREDENTIALS)).toBe(true)
    expect(accepts({ ...CREDENTIALS, username: 'a:b' })).toBe(false)
    expect(accepts({ ...CREDENTIALS, customer_number: '1' })).toBe(false)
    expect(accepts({ username: 'user' })).toBe(false)
  })
})
