/**
 * What every adapter promises, tested the same way for each: its recorded answers read scan by scan,
 * its failures named, its requests and the failures of its server over HTTP. A carrier's tests give
 * the facts (`CarrierFacts`), and write by hand what is its own.
 */
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Condition, Milestone, Reason } from '../../schema/vocabulary.ts'
import type {
  Access,
  Carrier,
  CarrierErrorCode,
  Parcel,
  Reading,
  Report,
} from '../../worker/carriers/contract.ts'
import { CarrierError } from '../../worker/carriers/contract.ts'
import { fold } from '../../worker/order/fold.ts'
import { mergeScans } from '../../worker/order/scans.ts'
import { failureOf, hasten, NOW } from './carrier-client.ts'
import type { FakeAnswer, FakeCarrier, FakeRequest } from './fake-carrier.ts'
import { failures, startFakeCarrier } from './fake-carrier.ts'
import { damaged, damagedText, expectReadable } from './mutate.ts'
import type { Payload } from './shared.ts'
import { shared } from './shared.ts'

/** What is read of one number: checked by hand against the payload, not copied from a run. */
export interface End {
  readonly number: string
  readonly scans: number
  readonly milestone: Milestone
  readonly condition?: Condition
  readonly reason?: Reason
  /** Times of the oldest and the newest scan: the instant as written, else the wall clock or day */
  readonly from: string | null
  readonly to: string | null
  /** Codes (or words, where there is no code) that we know to say nothing; all others must mean something */
  readonly silent?: readonly string[]
  /** Scans that repeat another one to the letter, which are one */
  readonly twins?: number
}

export interface Recorded {
  /** The folder's name among the recordings */
  readonly folder: string
  /** By the file's name: what each tracking answer and webhook call says */
  readonly ends: Readonly<Record<string, readonly End[]>>
  /** By the file's name: what each error means, with the carrier's own code */
  readonly errors: Readonly<Record<string, readonly [CarrierErrorCode, string | null]>>
  /** By the file's name: problems about other numbers of the same answer */
  readonly beside?: Readonly<Record<string, readonly (readonly [string, CarrierErrorCode])[]>>
  /** Recordings of interfaces that the carrier has shut down, and what was their name */
  readonly retired?: Readonly<Record<string, string>>
}

export interface Asking {
  readonly credentials: unknown
  readonly parcels: readonly Parcel[]
  /** Where the token is got, and the answer with it; absent: there is none */
  readonly token?: { readonly path: string; readonly answer: unknown }
  /** The request for the parcels, as far as it matters; secrets included, for they have to arrive */
  readonly request: Partial<FakeRequest>
  /** A good answer about them, as the carrier sends it: a text, or a value for JSON */
  readonly answer: unknown
  /** The same with its fields renamed, as if the carrier had changed its structure */
  readonly changed: unknown
  readonly contentType?: string
  /** What this carrier's statuses mean, where it is not the usual */
  readonly statuses?: Readonly<Record<number, CarrierErrorCode>>
}

export interface CarrierFacts {
  readonly carrier: Carrier
  readonly recorded?: Recorded | readonly Recorded[]
  readonly asking: Asking
}

export function describeCarrier({ carrier, recorded, asking }: CarrierFacts): void {
  for (const folder of [recorded ?? []].flat()) describeRecorded(carrier, folder)
  describeAsking(carrier, asking)
  describeDamage(carrier, asking)
}

const readPayload = (carrier: Carrier, { content_type, response }: Payload): Reading =>
  carrier.read({ contentType: content_type, body: response })

/** A report as an order that knows nothing else keeps it. */
function endOf(carrier: Carrier, report: Report): Required<End> {
  const { tracking_number: number } = report
  const leg = {
    carrier: carrier.id,
    tracking_number: number,
    account: null,
    digest: '',
    outcome: 'found',
    looked: null,
  } as const
  const kept = report.scans.map((scan) => ({ ...scan, leg: 0, map: 1 }))
  const { scans } = mergeScans({ scans: [], truncated: false }, kept, [leg])
  const { milestone, condition, reason } = fold(scans, 0)
  const timeOf = (scan: (typeof scans)[number] | undefined) => scan?.at ?? scan?.local ?? null
  const silent = scans.filter((scan) => scan.milestone === null && scan.reason === null)
  return {
    number,
    scans: kept.length,
    milestone,
    condition,
    // No reason is left out of an `End`.
    reason: reason as Reason,
    from: timeOf(scans[0]),
    to: timeOf(scans.at(-1)),
    silent: [...new Set(silent.map(({ code, text }) => code ?? text ?? ''))].sort(),
    twins: kept.length - scans.length,
  }
}

function describeRecorded(carrier: Carrier, recorded: Recorded) {
  const { folder, ends, errors, beside = {}, retired = {} } = recorded
  shared.describe(`recorded answers of ${carrier.name}`, () => {
    const payloads = shared.payloads(folder)
    const of = (names: Readonly<Record<string, unknown>>) =>
      payloads.filter(({ name }) => Object.hasOwn(names, name))

    it('are those that are known', () => {
      const known = [ends, errors, retired].flatMap((names) => Object.keys(names))
      expect(payloads.map(({ name }) => name).sort()).toEqual(known.sort())
    })

    it.each(of(ends))('$name: every scan, its times, and how it ends', (payload) => {
      const { reports, problems } = readPayload(carrier, payload)
      const expected = (ends[payload.name] ?? []).map((end) => ({ silent: [], twins: 0, ...end }))
      const read = reports.map((report) => endOf(carrier, report))
      expect(read.length).toBe(expected.length)
      for (const [index, end] of read.entries()) expect(end).toMatchObject(expected[index] ?? {})
      expect(problems.map(({ tracking_number, code }) => [tracking_number, code])).toEqual(
        beside[payload.name] ?? [],
      )
    })

    it.each(of(errors))('$name is a typed error', (payload) => {
      const [code, carrierCode] = errors[payload.name] ?? []
      expect(problemsOf(carrier, payload)).toContainEqual(
        expect.objectContaining({ code, carrier_code: carrierCode }),
      )
    })

    it.each(of(retired))('$name, of an interface that is gone, is bad_answer', (payload) => {
      const [problem] = problemsOf(carrier, payload)
      expect(problem?.code).toBe('bad_answer')
    })
  })
}

function problemsOf(carrier: Carrier, payload: Payload): Reading['problems'] {
  try {
    return readPayload(carrier, payload).problems
  } catch (error) {
    if (error instanceof CarrierError) return [error.problem]
    throw error
  }
}

/** The failures of a server that all carriers have, and what each is. */
const TROUBLE: readonly (readonly [keyof ReturnType<typeof failures>, CarrierErrorCode])[] = [
  ['throttled', 'throttled'],
  ['broken', 'down'],
  ['unavailable', 'down'],
  ['html', 'bad_answer'],
  ['truncated', 'down'],
  ['hang', 'down'],
  ['drip', 'down'],
  ['cut', 'bad_answer'],
  ['changed', 'bad_answer'],
]

function describeAsking(carrier: Carrier, asking: Asking): void {
  describe(`asking ${carrier.name}`, () => {
    let fake: FakeCarrier
    let access: Access
    let refusal: FakeAnswer | null = null
    const numbers = asking.parcels.map(({ number }) => number)
    const track = () => carrier.track(asking.parcels, access)

    beforeAll(async () => {
      fake = await startFakeCarrier({
        contentType: asking.contentType ?? 'application/json',
        numbersOf: (path) => (path === asking.token?.path ? null : numbers),
        credentials: {},
        failures: {},
        scanned: () => asking.answer,
        refuse: () => null,
        compose: () => ({ body: asking.answer }),
        other: () => refusal ?? { body: asking.token?.answer },
      })
    })
    afterAll(() => fake.stop())
    afterEach(() => void vi.restoreAllMocks())
    beforeEach(async () => {
      fake.fail(null)
      refusal = null
      access = { credentials: asking.credentials, token: null, origin: fake.origin, now: NOW }
      const token = (await carrier.authenticate?.(access)) ?? null
      access = { ...access, token }
      fake.requests.length = 0
    })

    it('sends one request and reads the answer', async () => {
      const { reports, problems } = await track()
      expect(problems).toEqual([])
      expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(numbers)
      expect(fake.requests).toHaveLength(1)
      expect(fake.requests[0]).toMatchObject(asking.request)
    })

    it.each(TROUBLE)('%s is %s', async (name, code) => {
      if (name === 'hang' || name === 'drip') hasten()
      fake.fail(failureNamed(asking, name))
      expect(await codeOf(track())).toBe(code)
    })

    it('a throttle that says how long is believed', async () => {
      fake.fail(ready(asking).throttledFor(45))
      expect((await failureOf(track())).retryAfter).toBe(45)
    })

    it.each([401, ...Object.keys(asking.statuses ?? {}).map(Number)])(
      'status %i without a word is what it means here',
      async (status) => {
        fake.fail({ status, body: '' })
        const code = asking.statuses?.[status] ?? 'unauthorized'
        expect(await codeOf(track())).toBe(code)
      },
    )

    it('keeps credentials and tokens out of its errors', async () => {
      fake.fail({ status: 500, body: '' })
      const { problem } = await failureOf(track())
      const secrets = [access.token?.value, ...Object.values(Object(asking.credentials))]
      for (const secret of secrets.filter((one) => String(one ?? '').length > 5)) {
        expect(JSON.stringify(problem)).not.toContain(String(secret))
      }
    })

    if (carrier.authenticate) {
      it.each([
        [400, 'unauthorized'],
        [401, 'unauthorized'],
        [429, 'throttled'],
        [500, 'down'],
      ])('a token refused with %i is %s', async (status, code) => {
        refusal = { status, body: {} }
        expect(await codeOf(carrier.authenticate?.({ ...access, token: null }))).toBe(code)
      })

      it('without a token it is unauthorized, and nothing is asked', async () => {
        access = { ...access, token: null }
        expect(await codeOf(track())).toBe('unauthorized')
        expect(fake.requests).toHaveLength(0)
      })
    }
  })
}

const ready = (asking: Asking) =>
  failures({
    throttled: '',
    broken: '',
    answer: asking.answer,
    changed: asking.changed,
  })

function failureNamed(asking: Asking, name: keyof ReturnType<typeof ready>): FakeAnswer {
  const failure = ready(asking)[name]
  return typeof failure === 'function' ? failure(1) : failure
}

/** The code of a failure as a whole, or of the first problem about a number. */
async function codeOf(asked: Promise<unknown> | undefined): Promise<string | undefined> {
  try {
    const answer = (await asked) as Partial<Reading> | undefined
    return answer?.problems?.[0]?.code
  } catch (error) {
    if (error instanceof CarrierError) return error.problem.code
    throw error
  }
}

function describeDamage(carrier: Carrier, { answer }: Asking): void {
  it(`${carrier.name}: whatever is missing or junk, the answer is a reading or bad_answer`, () => {
    const body = typeof answer === 'string' ? damagedText(answer) : damaged(answer)
    fc.assert(
      fc.property(fc.oneof(body, fc.json()), (broken) => {
        const text = typeof broken === 'string' ? broken : (JSON.stringify(broken) ?? '')
        expectReadable(carrier.read, text)
      }),
      { numRuns: 60 },
    )
  })
}
