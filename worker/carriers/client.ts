/**
 * One client for every carrier. What differs between carriers is data: where to ask and how, what a
 * number looks like, what a status means, how long a throttle lasts.
 */
import type { Bounds, HttpAnswer } from '../lib/http.ts'
import { retryAfterSeconds } from '../lib/http.ts'
import type {
  Access,
  CarrierErrorCode,
  CarrierProblem,
  Parcel,
  RawAnswer,
  Reading,
} from './contract.ts'
import { CarrierError } from './contract.ts'
import type { Ask } from './request.ts'
import { send } from './request.ts'

export interface Api<Credentials> {
  /** Its name, for messages */
  readonly carrier: string
  readonly origin: (credentials: Credentials) => string
  /** One request about these parcels, at most `limits.batch` of them; a promise where it is signed */
  readonly ask: (parcels: readonly Parcel[], access: Access<Credentials>) => Ask | Promise<Ask>
  readonly read: (answer: RawAnswer) => Reading
  /** What a number may look like: another one is not asked about */
  readonly number?: RegExp
  /** What a status means where the body says nothing that is known; else `usualStatus` */
  readonly byStatus?: ByStatus
  /** Seconds it shuts an account out where it does not say how long */
  readonly throttledFor?: number
  readonly bounds?: Bounds
}

export type ByStatus = (status: number, said: CarrierProblem | null) => CarrierErrorCode | null

/** A long history is some 100 KB. */
const BOUNDS: Bounds = { timeout: 10_000, maxBytes: 1_000_000 }

/** Failures of the account or of the carrier: the next number would fare no better. */
const WHOLE: ReadonlySet<CarrierErrorCode> = new Set(['unauthorized', 'throttled', 'down'])
/** What a carrier says of a number, in words we know. */
const ABOUT: ReadonlySet<CarrierErrorCode> = new Set(['not_found', 'invalid_number'])

/** null: the status says nothing, the body has to. */
export function usualStatus(status: number): CarrierErrorCode | null {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'throttled'
  if (status >= 500) return 'down'
  // A redirect is not followed: credentials must not travel.
  return status >= 300 && status < 400 ? 'bad_answer' : null
}

/** The usual meanings but for these. */
export const statuses =
  (table: Readonly<Record<number, CarrierErrorCode>>): ByStatus =>
  (status) =>
    table[status] ?? usualStatus(status)

/** Asks once. Throws CarrierError when the request fails as a whole. */
export const trackWith =
  <Credentials>(api: Api<Credentials>) =>
  async (parcels: readonly Parcel[], access: Access<Credentials>): Promise<Reading> => {
    const isNumber = ({ number }: Parcel) => api.number?.test(number) ?? true
    const asked = parcels.filter(isNumber)
    const problems = parcels.filter((parcel) => !isNumber(parcel)).map(invalid(api.carrier))
    if (asked.length === 0) return { reports: [], problems }
    const origin = access.origin ?? api.origin(access.credentials)
    const ask = await api.ask(asked, access)
    const answer = await send(api.carrier, origin, ask, api.bounds ?? BOUNDS)
    const numbers = asked.map(({ number }) => number)
    const reading = named(readingOf(api, answer, access.now), numbers)
    return { reports: reading.reports, problems: [...problems, ...reading.problems] }
  }

/**
 * What the body says in words we know goes before the status, for statuses mislead; the status goes
 * before a body that cannot be read.
 */
function readingOf<Credentials>(api: Api<Credentials>, answer: HttpAnswer, now: number): Reading {
  const read = readSafely(api.read, answer)
  const reading = 'reading' in read ? read.reading : null
  const problems = reading?.problems ?? []
  const whole = problems.find(({ code }) => WHOLE.has(code))
  if (whole) throw failure(api, whole.code, answer, whole, now)
  const known = problems.some(({ code }) => ABOUT.has(code))
  const said = problems[0] ?? null
  const failed = known ? null : (api.byStatus ?? usualStatus)(answer.status, said)
  if (failed === null) {
    if ('error' in read) throw read.error
    return read.reading
  }
  const error = failure(api, failed, answer, said, now)
  if (!ABOUT.has(failed)) throw error
  return { reports: [], problems: [error.problem] }
}

type Read = { readonly reading: Reading } | { readonly error: unknown }

function readSafely(read: (answer: RawAnswer) => Reading, answer: HttpAnswer): Read {
  try {
    return { reading: read({ contentType: answer.headers.get('content-type'), body: answer.body }) }
  } catch (error) {
    return { error }
  }
}

/** With the carrier's own code and words where the body has them; never with the body itself. */
function failure<Credentials>(
  api: Api<Credentials>,
  code: CarrierErrorCode,
  answer: HttpAnswer,
  said: CarrierProblem | null,
  now: number,
): CarrierError {
  const wait = retryAfterSeconds(answer.headers, now)
  return new CarrierError(code, said?.message ?? `${api.carrier} answered ${answer.status}`, {
    carrierCode: said?.carrier_code ?? null,
    retryAfter: wait ?? (code === 'throttled' ? (api.throttledFor ?? null) : null),
  })
}

/**
 * A lone question's lone report is about the number asked for, whatever it is called in the answer;
 * words that name no number are about every number asked for, unless there are reports beside them.
 */
function named({ reports, problems }: Reading, numbers: readonly string[]): Reading {
  const [number, ...others] = numbers
  const [report, ...more] = reports
  const lone = number !== undefined && others.length === 0
  return {
    reports:
      lone && report && more.length === 0 ? [{ ...report, tracking_number: number }] : reports,
    problems: problems.flatMap((problem) => {
      if (problem.tracking_number !== null) return [problem]
      if (!lone && reports.length > 0) return [problem]
      return numbers.map((tracking_number) => ({ ...problem, tracking_number }))
    }),
  }
}

const invalid =
  (carrier: string) =>
  ({ number }: Parcel): CarrierProblem => ({
    code: 'invalid_number',
    carrier_code: null,
    message: `This is no number of ${carrier}'s`,
    tracking_number: number,
  })
