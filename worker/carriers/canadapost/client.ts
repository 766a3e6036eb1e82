/** All HTTP with Canada Post: one number per request. */
import { utf8 } from '../../lib/bytes.ts'
import type { HttpAnswer } from '../../lib/http.ts'
import { retryAfterSeconds } from '../../lib/http.ts'
import type { Access, CarrierErrorCode, CarrierProblem, Parcel, Reading } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { request } from '../request.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { BLOCKED_FOR } from './errors.ts'
import { read } from './read.ts'

/** A long history is some 20 KB. */
const BOUNDS = { timeout: 10_000, maxBytes: 250_000 }

/** Failures of the account or of Canada Post: the next number would fare no better. */
const WHOLE: ReadonlySet<CarrierErrorCode> = new Set(['unauthorized', 'throttled', 'down'])

/** GET /vis/track/pin/{pin}/detail ("Get Tracking Details – REST"), one number per request. */
export async function track(
  parcels: readonly Parcel[],
  access: Access<Credentials>,
): Promise<Reading> {
  const readings = await Promise.all(parcels.map(({ number }) => trackOne(number, access)))
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

async function trackOne(number: string, access: Access<Credentials>): Promise<Reading> {
  const { username, password } = access.credentials
  const headers = new Headers({
    authorization: `Basic ${base64(`${username}:${password}`)}`,
    accept: 'application/vnd.cpc.track-v2+xml',
    'accept-language': 'en-CA',
  })
  const origin = access.origin ?? originOf(access.credentials)
  const url = `${origin}/vis/track/pin/${encodeURIComponent(number)}/detail`
  const answer = await request('Canada Post', url, { headers }, BOUNDS)
  const { reports, problems } = readingOf(answer, access.now)
  return {
    // It is the number asked for, whatever it is called in the answer.
    reports: reports.map((report) => ({ ...report, tracking_number: number })),
    problems: problems.map((problem) => ({ ...problem, tracking_number: number })),
  }
}

/** Throws where the request failed as a whole, or where the answer is none. */
function readingOf(answer: HttpAnswer, now: number): Reading {
  const read = readSafely(answer.body)
  const said = 'reading' in read ? read.reading.problems[0] : undefined
  const failed = failureOf(answer.status, said?.code)
  if (failed) throw failure(failed, answer, said, now)
  if ('error' in read) throw read.error
  return read.reading
}

function readSafely(body: string): { reading: Reading } | { error: unknown } {
  try {
    return { reading: read({ contentType: null, body }) }
  } catch (error) {
    return { error }
  }
}

/** What the message says goes before the status: the throttle has been seen with several. */
function failureOf(status: number, said: CarrierErrorCode | undefined): CarrierErrorCode | null {
  if (said && WHOLE.has(said)) return said
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'throttled'
  if (status >= 500 && said !== 'not_found') return 'down'
  return status >= 300 && status < 400 ? 'bad_answer' : null
}

/** With Canada Post's own code and words where the body has them; never with the body itself. */
function failure(
  code: CarrierErrorCode,
  answer: HttpAnswer,
  said: CarrierProblem | undefined,
  now: number,
): CarrierError {
  const wait = retryAfterSeconds(answer.headers, now)
  return new CarrierError(code, said?.message ?? `Canada Post answered ${answer.status}`, {
    carrierCode: said?.carrier_code ?? null,
    retryAfter: wait ?? (code === 'throttled' ? BLOCKED_FOR : null),
  })
}

const base64 = (text: string): string => btoa(String.fromCharCode(...utf8(text)))
