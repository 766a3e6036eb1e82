import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../worker/carriers/client.ts'
import { statuses, trackWith } from '../../../worker/carriers/client.ts'
import type { CarrierProblem, Reading } from '../../../worker/carriers/contract.ts'
import { CarrierError, NO_FACTS } from '../../../worker/carriers/contract.ts'
import { failureOf, NOW } from '../../support/carrier-client.ts'

const report = (tracking_number: string) => ({
  ...NO_FACTS,
  tracking_number,
  whole: true,
  scans: [],
})

const problem = (code: CarrierProblem['code'], number: string | null = null): CarrierProblem => ({
  code,
  carrier_code: 'E1',
  message: 'Words of the carrier',
  tracking_number: number,
})

const unreadable = (): never => {
  throw new CarrierError('bad_answer', 'The answer is not JSON')
}

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly reading?: Reading | (() => never)
}

/** Asks about these numbers; the carrier answers so. */
function asked(numbers: readonly string[], answer: Answer, more: Partial<Api<object>> = {}) {
  const { status = 200, headers = {}, reading = { reports: [], problems: [] } } = answer
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response('{}', { status, headers })))
  const track = trackWith<object>({
    carrier: 'Carrier',
    origin: () => 'https://api.carrier.example',
    ask: (parcels) => ({ path: `/track/${parcels.map(({ number }) => number).join()}` }),
    read: () => (typeof reading === 'function' ? reading() : reading),
    ...more,
  })
  const parcels = numbers.map((number) => ({ number, since: 0, courier: null }))
  const access = { credentials: {}, token: null, origin: null, now: NOW }
  return { reading: track(parcels, access), fetched }
}

afterEach(() => void vi.restoreAllMocks())

it('waits for a request that has to be signed first', async () => {
  const { reading, fetched } = asked(['AB1'], {}, { ask: async () => ({ path: '/signed' }) })
  await reading
  expect(String(fetched.mock.calls[0]?.[0])).toBe('https://api.carrier.example/signed')
})

describe('numbers', () => {
  it('that cannot be the carrier’s are not asked about', async () => {
    const { reading, fetched } = asked(
      ['AB1', '../x'],
      { reading: { reports: [report('AB1')], problems: [] } },
      { number: /^\w+$/ },
    )
    expect(await reading).toMatchObject({
      reports: [{ tracking_number: 'AB1' }],
      problems: [{ code: 'invalid_number', tracking_number: '../x' }],
    })
    expect(fetched.mock.calls[0]?.[0]).toBe('https://api.carrier.example/track/AB1')
  })

  it('alone cost no request', async () => {
    const { reading, fetched } = asked(['../x'], {}, { number: /^\w+$/ })
    expect((await reading).problems).toHaveLength(1)
    expect(fetched).not.toHaveBeenCalled()
  })

  it('a lone one keeps the name it was asked under', async () => {
    const { reading } = asked(['A'], { reading: { reports: [report('A-1')], problems: [] } })
    expect((await reading).reports.map((one) => one.tracking_number)).toEqual(['A'])
  })

  it('pieces of a lone one keep their own', async () => {
    const pieces = { reports: [report('A-1'), report('A-2')], problems: [] }
    const { reading } = asked(['A'], { reading: pieces })
    expect((await reading).reports.map((one) => one.tracking_number)).toEqual(['A-1', 'A-2'])
  })

  it('words about nobody are about all that were asked for', async () => {
    const { reading } = asked(['A', 'B'], {
      reading: { reports: [], problems: [problem('not_found')] },
    })
    expect((await reading).problems.map((one) => one.tracking_number)).toEqual(['A', 'B'])
  })

  it('but beside reports about none of them', async () => {
    const { reading } = asked(['A', 'B'], {
      reading: { reports: [report('A')], problems: [problem('not_found')] },
    })
    expect((await reading).problems.map((one) => one.tracking_number)).toEqual([null])
  })
})

describe('what failed', () => {
  const said = (code: CarrierProblem['code']): Reading => ({
    reports: [],
    problems: [problem(code)],
  })

  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [429, 'throttled'],
    [500, 'down'],
    [503, 'down'],
    [302, 'bad_answer'],
    [400, 'bad_answer'],
  ])('status %i with nothing to read is %s', async (status, code) => {
    const { reading } = asked(['A'], { status, reading: unreadable })
    expect((await failureOf(reading)).problem.code).toBe(code)
  })

  it.each(['unauthorized', 'throttled', 'down'] as const)(
    'words that say %s go before a good status',
    async (code) => {
      const { reading } = asked(['A'], { reading: said(code) })
      expect((await failureOf(reading)).problem).toMatchObject({
        code,
        carrier_code: 'E1',
        message: 'Words of the carrier',
      })
    },
  )

  it('words that a number is unknown go before a bad status', async () => {
    const { reading } = asked(['A'], { status: 500, reading: said('not_found') })
    expect((await reading).problems).toMatchObject([{ code: 'not_found', tracking_number: 'A' }])
  })

  it('words nobody knows leave it to the status', async () => {
    const { reading } = asked(['A'], { status: 503, reading: said('bad_answer') })
    expect((await failureOf(reading)).problem).toMatchObject({ code: 'down', carrier_code: 'E1' })
  })

  it('a status that is about the number is no failure of the whole', async () => {
    const byStatus = statuses({ 404: 'not_found' })
    const { reading } = asked(['A', 'B'], { status: 404, reading: unreadable }, { byStatus })
    expect((await reading).problems.map((one) => [one.code, one.tracking_number])).toEqual([
      ['not_found', 'A'],
      ['not_found', 'B'],
    ])
  })

  it('a throttle waits as long as it says, else as long as the carrier is known to', async () => {
    const throttled = { status: 429, reading: unreadable }
    const told = asked(['A'], { ...throttled, headers: { 'retry-after': '7' } })
    expect((await failureOf(told.reading)).retryAfter).toBe(7)
    const known = asked(['A'], throttled, { throttledFor: 30 })
    expect((await failureOf(known.reading)).retryAfter).toBe(30)
    expect((await failureOf(asked(['A'], throttled).reading)).retryAfter).toBeNull()
  })

  it('what is not the carrier’s failure is not made one', async () => {
    const broken = () => {
      throw new TypeError('a bug')
    }
    await expect(asked(['A'], { reading: broken }).reading).rejects.toThrow('a bug')
  })
})
